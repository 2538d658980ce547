import type { Server } from 'node:http';

/** How long and how many. Milliseconds. */
export interface ConnectionLimits {
  readonly headersMs: number;
  /** Headers and body. */
  readonly requestMs: number;
  /** How often slow connections are looked for: Node looks every 30 s, far too seldom for the limits above. */
  readonly checkMs: number;
  readonly connections: number;
}

/** A slow sender is gone within 15 s: these, and the second until it is noticed. */
export const productionLimits: ConnectionLimits = {
  headersMs: 10_000,
  requestMs: 13_500,
  checkMs: 1000,
  connections: 2000,
};

/** Must be called before the server listens: Node starts its check then. restify takes none of these as options. */
export function limitConnections(server: Server, limits: ConnectionLimits): void {
  server.headersTimeout = limits.headersMs;
  server.requestTimeout = limits.requestMs;
  server.maxConnections = limits.connections;
  Object.assign(server, { connectionsCheckingInterval: limits.checkMs }); // an option of http.createServer, which restify calls without any
  // restify listens to `upgrade` and does nothing: the socket would stay open for ever, beyond every timeout.
  server.removeAllListeners('upgrade');
}
