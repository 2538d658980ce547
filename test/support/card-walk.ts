/** An object somewhere in a card: element, action, fact or data. */
export type CardPart = Readonly<Record<string, unknown>>;

/** Every object in a card, outermost first; not what is inside a button's data. */
export function allObjects(value: unknown): CardPart[] {
  if (Array.isArray(value)) return value.flatMap(allObjects);
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([name, part]) => (name === 'data' ? [] : allObjects(part)));
  return [value as CardPart, ...inside];
}

/** Input values by id, as a client sends them when nothing is changed. */
export function inputValues(card: unknown): Record<string, string> {
  return Object.fromEntries(
    allObjects(card)
      .filter(({ type }) => typeof type === 'string' && type.startsWith('Input.'))
      .map(({ id, value }) => [String(id), String(value)]),
  );
}

/** Texts that are drawn with Markdown. */
export function markdownTexts(card: unknown): string[] {
  return allObjects(card).flatMap(({ type, text, title, value }) => {
    if (type === 'TextBlock') return [String(text)];
    return type === undefined && typeof title === 'string' && typeof value === 'string' ? [title, value] : [];
  });
}

/** The same as one text, with plain spaces. */
export function plainText(card: unknown): string {
  return markdownTexts(card)
    .join('\n')
    .replace(/\u00a0/g, ' ');
}

/** A card's size as Teams counts it. */
export function utf16Bytes(card: unknown): number {
  return JSON.stringify(card).length * 2;
}
