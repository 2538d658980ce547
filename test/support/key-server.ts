import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

/** `down` answers 503, `hang` never answers, `broken` answers 200 with something else than JSON. */
export type KeyServerMode = 'ok' | 'down' | 'hang' | 'broken';

/** A real key server, as the Bot Connector's: an OpenID document that points at signing keys with endorsements. */
export interface KeyServer {
  readonly url: string;
  readonly openIdMetadataUrl: string;
  /** What its tokens carry as `iss`. */
  readonly issuer: string;
  /** How often each document was asked for. */
  readonly fetches: { metadata: number; keys: number };
  mode: KeyServerMode;
  /** Publishes one more key. */
  addKey(kid: string, endorsements?: readonly string[]): Promise<void>;
  /** Signs with the key that the header names; a key that isn't published is made on the spot. */
  signToken(claims: JWTPayload, header?: { readonly kid?: string; readonly [name: string]: unknown }): Promise<string>;
  /** The public key of the first pair, as anybody can read it. */
  readonly publicJwk: JWK;
  close(): Promise<void>;
}

export const firstKid = 'channel-key-1';

export async function startKeyServer(): Promise<KeyServer> {
  const privateKeys = new Map<string, CryptoKey>();
  const published: object[] = [];
  const fetches = { metadata: 0, keys: 0 };

  const http = createServer((request, response) => {
    if (request.url === '/openid') fetches.metadata += 1;
    if (request.url === '/keys') fetches.keys += 1;
    if (server.mode === 'hang') return;
    if (server.mode === 'down') return answer(response, 503, '');
    if (server.mode === 'broken') return answer(response, 200, '<html>');
    if (request.url === '/openid') {
      return answer(response, 200, JSON.stringify({ issuer: server.issuer, jwks_uri: `${server.url}/keys` }));
    }
    answer(response, 200, JSON.stringify({ keys: published }));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;

  const makeKey = async (kid: string): Promise<JWK> => {
    const pair = await generateKeyPair('RS256', { extractable: true });
    privateKeys.set(kid, pair.privateKey);
    return exportJWK(pair.publicKey);
  };
  const publicJwk = await makeKey(firstKid);
  const publish = (kid: string, jwk: JWK, endorsements: readonly string[]): void => {
    published.push({ ...jwk, kid, use: 'sig', alg: 'RS256', endorsements });
  };
  publish(firstKid, publicJwk, ['msteams']);

  const server: KeyServer = {
    url,
    openIdMetadataUrl: `${url}/openid`,
    issuer: 'https://api.botframework.com',
    fetches,
    mode: 'ok',
    publicJwk,
    addKey: async (kid, endorsements = ['msteams']) => publish(kid, await makeKey(kid), endorsements),
    signToken: async (claims, header = {}) => {
      const kid = header.kid ?? firstKid;
      if (!privateKeys.has(kid)) await makeKey(kid);
      const key = privateKeys.get(kid);
      if (!key) throw new Error(`No key ${kid}.`);
      return new SignJWT(claims).setProtectedHeader({ typ: 'JWT', ...header, alg: 'RS256', kid }).sign(key);
    },
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  return server;
}

function answer(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body);
}
