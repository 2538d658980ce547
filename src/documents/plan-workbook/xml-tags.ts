/*
 * Just enough XML to walk through the parts of a workbook: tags with attributes, and texts between them. Nothing is expanded but
 * XML's own five entities and character numbers. Name spaces are left out of the names.
 */

export type Tag =
  | { readonly is: 'open'; readonly name: string; readonly raw: string; readonly empty: boolean }
  | { readonly is: 'close'; readonly name: string }
  | { readonly is: 'text'; readonly text: string };

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/(?:[\w.-]+:)?([\w.-]+)\s*>|<(?:[\w.-]+:)?([\w.-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/y;

/** The tags and texts of a document, in order. Throws at what isn't XML. */
export function* tagsOf(xml: string): Generator<Tag> {
  const token = new RegExp(TOKEN);
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < xml.length) {
    token.lastIndex = at;
    const match = token.exec(xml);
    if (!match) throw new SyntaxError('The part is not XML');
    at = token.lastIndex;
    const [, cdata, closed, opened, raw = '', slash, text] = match;
    if (opened !== undefined) yield { is: 'open', name: opened, raw, empty: slash === '/' };
    else if (closed !== undefined) yield { is: 'close', name: closed };
    else if (text !== undefined) yield { is: 'text', text: decoded(text) };
    else if (cdata !== undefined) yield { is: 'text', text: cdata };
  }
}

const ATTRIBUTES = new Map<string, RegExp>();

/** An attribute of an opening tag. The name is a pattern, for those with a name space. */
export function attribute({ raw }: { readonly raw: string }, name: string): string | undefined {
  const pattern = ATTRIBUTES.get(name) ?? new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  ATTRIBUTES.set(name, pattern);
  const match = pattern.exec(raw);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : decoded(value);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Excel's own way of writing signs that XML can't hold: `_x000D_`. */
export function excelText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([\da-fA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
