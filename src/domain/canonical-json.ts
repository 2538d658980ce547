/**
 * The one text that content has as JSON: names in order, nothing that is undefined, no spaces. The ground for fingerprints, which
 * must not depend on the order that something was put together in.
 */
export function canonicalJson(content: unknown): string {
  const text = JSON.stringify(content, (name, part: unknown) => inOrder(name, part));
  if (text === undefined) throw new Error('There is nothing to write as JSON');
  return text;
}

function inOrder(name: string, part: unknown): unknown {
  // JSON would write null for it: a figure would be lost unseen.
  if (typeof part === 'number' && !Number.isFinite(part)) throw new Error(`${name} is no number`);
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
  return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
}
