/** Which addresses the bot may ever write to. */
export interface ServiceUrlRule {
  /** Host names, lower case, compared whole. */
  readonly serviceHosts: readonly string[];
  /** Only for a local Teams on the same machine. */
  readonly allowLoopbackServiceUrls: boolean;
}

// Plain addresses only: no user, no query, no fragment, nothing that a URL parser would have to repair.
const plainAddress = /^https?:\/\/(\[::1\]|[a-z0-9.-]+)(:\d{1,5})?(\/[\w.~%/-]*)?$/i;
const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * True when the bot may post, with its own bearer token, to this address. The host is compared as parsed:
 * `https://smba.trafficmanager.net.evil.example/` begins like ours and is not.
 */
export function isAllowedServiceUrl(rule: ServiceUrlRule, text: string): boolean {
  if (!plainAddress.test(text) || !URL.canParse(text)) return false;

  const { protocol, hostname, port } = new URL(text);
  if (rule.allowLoopbackServiceUrls && loopbackHosts.has(hostname)) return true;
  return protocol === 'https:' && port === '' && rule.serviceHosts.includes(hostname);
}
