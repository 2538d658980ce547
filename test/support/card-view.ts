import type { Card } from './fake-connector.ts';

/** An input as the card shows it. */
export interface Input {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}

/** A button, with the older kind that stands behind it. */
export interface Button {
  readonly title: string;
  readonly type: string;
  readonly verb: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
  readonly fallback: Button | undefined;
}

/** All inputs of a card, top to bottom. */
export function inputsOf(card: Card): Input[] {
  return elementsOf(card)
    .filter(({ type }) => String(type).startsWith('Input.'))
    .map((element) => ({
      id: String(element.id),
      label: String(element.label ?? ''),
      value: String(element.value ?? ''),
      choices: (element.choices as Input['choices'] | undefined) ?? [],
    }));
}

/** The input of exactly that name behind `i_<attempt>_`, or the one whose label or name begins so. */
export function inputOf(card: Card, beginning: string): Input {
  const nameOf = (id: string): string => id.replace(/^i_\d+_/, '');
  const exact = inputsOf(card).filter(({ id }) => nameOf(id) === beginning);
  const matching =
    exact.length > 0
      ? exact
      : inputsOf(card).filter(({ id, label }) => label.startsWith(beginning) || nameOf(id).startsWith(beginning));
  const [input] = matching;
  if (!input || matching.length > 1)
    throw new Error(`${matching.length} inputs begin with ${beginning}: ${inputsOf(card).map(({ label }) => label)}`);
  return input;
}

/** All that a person can read on a card: texts, facts, hints, field values and buttons, one to a line. */
export function textOf(card: Card): string {
  const lines = elementsOf(card).flatMap((element) => {
    const type = String(element.type);
    if (type === 'TextBlock') return [String(element.text)];
    if (type === 'FactSet')
      return (element.facts as { title: string; value: string }[]).map(({ title, value }) => `${title}: ${value}`);
    if (type.startsWith('Input.')) return [`${element.label} [${element.value ?? ''}]`];
    return type.startsWith('Action.') ? [`(${element.title})`] : [];
  });
  // The word joiner only keeps Teams from making links; spaces in figures don't break.
  return lines
    .join('\n')
    .replaceAll('\u2060', '')
    .replace(/[\u00a0\u202f]/g, ' ');
}

/** The button with a verb; the card's own, or one inside it. */
export function buttonOf(card: Card, verb: string): Button {
  const button = elementsOf(card).find((element) => element.verb === verb);
  if (!button) throw new Error(`No button ${verb} on: ${textOf(card)}`);
  return button as unknown as Button;
}

export function hasButton(card: Card, verb: string): boolean {
  return elementsOf(card).some((element) => element.verb === verb);
}

type Element = Readonly<Record<string, unknown>>;

function elementsOf(element: Element): Element[] {
  const inside = ['body', 'items', 'columns', 'rows', 'cells', 'actions'].flatMap((name) => {
    const children = element[name];
    return Array.isArray(children) ? (children as Element[]) : [];
  });
  return [element, ...inside.flatMap(elementsOf)];
}
