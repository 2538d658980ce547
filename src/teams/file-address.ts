import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, type LookupFunction } from 'node:net';

/** Which addresses files may be fetched from and put to. */
export interface FileHostRule {
  /** Lower case: a host compared whole, or with a leading dot everything below a domain. */
  readonly fileHosts: readonly string[];
  /** Only for a local Teams on the same machine. */
  readonly allowLoopbackFileHosts: boolean;
}

const LONGEST = 8_192;
// No user, no port, no brackets, no letters beyond ASCII: nothing that a URL parser would have to repair.
const plainAddress = /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+\/[^\s\\]*$/i;
const loopbackAddress = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d{1,5}\/[^\s\\]*$/;
const encodedName = /(^|\.)xn--/;

/** The address parsed, when it is one that Teams keeps people's files at; the rest of it is a secret and never logged. */
export function allowedFileAddress({ fileHosts, allowLoopbackFileHosts }: FileHostRule, text: string): URL | undefined {
  if (text.length > LONGEST || !URL.canParse(text)) return undefined;
  const address = new URL(text);
  if (allowLoopbackFileHosts && loopbackAddress.test(text)) return address;
  const { hostname } = address;
  if (!plainAddress.test(text) || encodedName.test(hostname)) return undefined;
  const known = fileHosts.some((host) => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host));
  return known ? address : undefined;
}

/** Networks that no file of Teams is in: our own machine, its neighbours, and the platform's metadata. */
const inside = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32], // Azure's own services for its machines
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  inside.addSubnet(net, prefix, 'ipv4');
}
for (const [net, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  inside.addSubnet(net, prefix, 'ipv6');
}

type Resolve = (
  host: string,
  done: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void;

const systemResolve: Resolve = (host, done) => lookup(host, { all: true }, done);

/**
 * Looks a host up for a connection, and refuses it when any of its addresses is inside. The addresses that were judged are
 * those that are connected to, so a name can't turn to another in between.
 */
export function publicLookup(resolve: Resolve = systemResolve): LookupFunction {
  return (host, { all }, done) =>
    resolve(host, (error, addresses) => {
      if (error) return done(error, '', 0);
      const [first] = addresses;
      if (!first || addresses.some(isInside)) return done(new AddressInside(), '', 0);
      if (all) return done(null, [...addresses]);
      done(null, first.address, first.family);
    });
}

function isInside({ address, family }: LookupAddress): boolean {
  return inside.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** A host that files may be at leads to a place where they can't be. */
export class AddressInside extends Error {
  override readonly name = 'AddressInside';
}
