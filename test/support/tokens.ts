import type { JWTPayload } from 'jose';
import type { KeyServer } from './key-server.ts';

/** The bot and the tenant that every test speaks of. */
export const appId = '11111111-1111-1111-1111-111111111111';
export const tenantId = '22222222-2222-2222-2222-222222222222';
export const teamsServiceUrl = 'https://smba.trafficmanager.net/emea/';

export interface ChannelTokenOverrides {
  /** Claims that replace the right ones; `undefined` leaves a claim out. */
  readonly claims?: JWTPayload;
  readonly header?: { readonly kid?: string; readonly [name: string]: unknown };
  /** When it is issued. */
  readonly now?: Date;
}

/** A token as the Bot Connector writes it for one service address, valid for an hour unless overridden. */
export function channelToken(keys: KeyServer, overrides: ChannelTokenOverrides = {}): Promise<string> {
  const issuedAt = Math.floor((overrides.now ?? new Date()).getTime() / 1000);
  const claims = {
    iss: keys.issuer,
    aud: appId,
    serviceurl: teamsServiceUrl,
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + 3600,
    ...overrides.claims,
  };
  return keys.signToken(claims, overrides.header);
}
