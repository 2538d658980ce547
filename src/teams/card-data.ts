import { z } from 'zod';
import { type Verb, verbSubjects } from '../../cards/actions.ts';

const MOST_KEYS = 200;
const NEVER_A_KEY: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const knownVerbs: ReadonlySet<string> = new Set(Object.keys(verbSubjects));

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The data of a press. Everything in it is the client's: only the id, the revision and the inputs are used. */
const PressData = z
  .custom<Record<string, unknown>>(isPlain)
  .refine((data) => Object.keys(data).length <= MOST_KEYS)
  .refine((data) => Object.getOwnPropertyNames(data).every((name) => !NEVER_A_KEY.has(name)))
  // Inputs arrive as text; anything else was not typed in a form.
  .refine((data) => Object.entries(data).every(([name, value]) => !name.startsWith('i_') || typeof value === 'string'));

export interface Press<V extends Verb = Verb> {
  readonly verb: V;
  readonly version: unknown;
  /** '' when the card carried no id: nothing is found by it. */
  readonly id: string;
  /** Of what the card showed; absent when it carried none. */
  readonly revision: number | undefined;
  /** The beginning of a report's fingerprint as the card showed it; absent on cards about something else. */
  readonly mark?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export type PressReading =
  | { readonly kind: 'press'; readonly press: Press }
  | { readonly kind: 'bad'; readonly code: 'UnknownAction' | 'BadRequest' | 'NotSupported' };

/** Reads the value of an `adaptiveCard/action` invoke. */
export function readInvokeValue(value: unknown): PressReading {
  const action = isPlain(value) ? value.action : undefined;
  if (!isPlain(action)) return { kind: 'bad', code: 'BadRequest' };
  if (action.type !== 'Action.Execute') return { kind: 'bad', code: 'NotSupported' };
  return readPress(action.verb, action.data);
}

/** Reads the value of a message that an older client sends for the same button. */
export function readSubmitValue(value: unknown): PressReading {
  return isPlain(value) ? readPress(value.verb, value) : { kind: 'bad', code: 'BadRequest' };
}

function readPress(verb: unknown, given: unknown): PressReading {
  if (typeof verb !== 'string' || !knownVerbs.has(verb)) return { kind: 'bad', code: 'UnknownAction' };
  const data = PressData.safeParse(given);
  if (!data.success) return { kind: 'bad', code: 'BadRequest' };
  const { p, v, r, m } = data.data;
  const id = typeof p === 'string' && p.length <= 64 ? p : '';
  const mark = typeof m === 'string' && m.length <= 64 ? { mark: m } : {};
  const revision = Number.isSafeInteger(r) ? Number(r) : undefined;
  return { kind: 'press', press: { verb: verb as Verb, version: v, id, revision, ...mark, data: data.data } };
}
