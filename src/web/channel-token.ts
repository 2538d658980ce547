import type { IncomingMessage } from 'node:http';
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { done, type Result, refused } from '../domain/result.ts';
import type { Clock } from '../ports.ts';
import type { ShapedActivity } from './activity-shape.ts';
import type { Refusal } from './refusal.ts';
import type { SigningKey, SigningKeys } from './signing-keys.ts';

/** Whose tokens are taken, and for whom they must be written. */
export interface ChannelTrust {
  readonly appId: string;
  readonly issuer: string;
  readonly clock: Clock;
  readonly keys: SigningKeys;
}

const teams = 'msteams';
const clockSkewSeconds = 300;
/** Characters. The channel's own tokens are below 2,000. */
const tokenLimit = 4096;
const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

/**
 * Proves that the channel wrote this request for our bot. The token does not sign the body; it ties it to a
 * service address and, through the key's endorsements, to a channel. Rules: Microsoft's "Authenticate requests
 * from the Bot Connector service", and stricter: only the channel's own issuer, so that a token which Entra
 * gave to some client of the same app is worth nothing here.
 */
export async function proveChannel(
  trust: ChannelTrust,
  request: IncomingMessage,
  activity: ShapedActivity,
): Promise<Result<void, Refusal>> {
  if (activity.channelId !== teams) return refused({ reason: 'channel-not-teams' });

  const token = readBearer(request);
  if (!token.ok) return token;
  const kid = readKeyId(trust, token.value);
  if (!kid.ok) return kid;

  const key = await trust.keys.find(kid.value);
  if (key === 'unknown') return refused({ reason: 'token-key-unknown' });
  if (key === 'unavailable') {
    return refused({ reason: 'keys-unavailable', retryAfterSeconds: trust.keys.retryAfterSeconds() });
  }
  if (!key.endorsements.includes(activity.channelId)) return refused({ reason: 'token-not-endorsed' });
  return verify(trust, token.value, key, activity.serviceUrl);
}

function readBearer(request: IncomingMessage): Result<string, Refusal> {
  const header = request.headers.authorization;
  if (!header) return refused({ reason: 'token-missing' });

  // Node keeps the first of several; two opinions about who is asking are none.
  const isOnly = countHeaders(request.rawHeaders, 'authorization') === 1;
  const token = isOnly && header.length <= tokenLimit ? bearer.exec(header)?.[1] : undefined;
  return token ? done(token) : refused({ reason: 'token-malformed' });
}

function countHeaders(rawHeaders: readonly string[], name: string): number {
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) if (rawHeaders[i]?.toLowerCase() === name) count += 1;
  return count;
}

/** The key id, from a token that claims to be from the channel to us. Unproved, but anything else never costs a key lookup. */
function readKeyId(trust: ChannelTrust, token: string): Result<string, Refusal> {
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    const { iss, aud } = decodeJwt(token);
    const isOurs = alg === 'RS256' && iss === trust.issuer && aud === trust.appId;
    return typeof kid === 'string' && isOurs ? done(kid) : refused({ reason: 'token-foreign' });
  } catch {
    return refused({ reason: 'token-malformed' });
  }
}

async function verify(
  { appId, issuer, clock }: ChannelTrust,
  token: string,
  { key }: SigningKey,
  serviceUrl: string,
): Promise<Result<void, Refusal>> {
  try {
    const { payload } = await jwtVerify(token, key, {
      issuer,
      audience: appId,
      algorithms: ['RS256'],
      clockTolerance: clockSkewSeconds,
      requiredClaims: ['exp'],
      currentDate: clock.now(),
    });
    return payload.serviceurl === serviceUrl ? done(undefined) : refused({ reason: 'token-service-url' });
  } catch (error) {
    const isTime = error instanceof errors.JWTExpired || error instanceof errors.JWTClaimValidationFailed;
    return refused({ reason: isTime ? 'token-time' : 'token-signature' });
  }
}
