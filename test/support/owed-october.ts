import assert from 'node:assert/strict';
import { hasButton, inputsOf, textOf } from './card-view.ts';
import type { Card } from './fake-connector.ts';
import { type Municipality, openMunicipality, until } from './municipality.ts';
import type { OnScreen, Reply, TeamsUser } from './teams-user.ts';
import { startWitness, type Witness } from './witness.ts';

export type Row = Readonly<Record<string, unknown>>;

/** An answer of the school committee that nothing is strange about: on budget, so that no comment is needed. */
export const calm = {
  outcome_FORSKOLA: '168 905',
  forecast_FORSKOLA: '202 801',
  outcome_GRUNDSKOLA: '371 804',
  forecast_GRUNDSKOLA: '446 161',
  outcome_OVRIGT: '22 453',
  forecast_OVRIGT: '27 040',
  indicator_SJUKFRANVARO: '7,2',
  comment: '',
  measure_0: '',
  effect_0: '',
  measure_1: '',
  effect_1: '',
  measure_2: '',
  effect_2: '',
} as const;

/** A municipality that owes October for the school committee, its people in place, and a witness at the door. */
export interface OwedOctober {
  readonly town: Municipality;
  readonly witness: Witness;
  /** Reporter of the school committee. */
  readonly eva: TeamsUser;
  /** Her deputy. */
  readonly dag: TeamsUser;
  /** Reporter of the social services committee. */
  readonly stina: TeamsUser;
  /** Rows of a committee's October; drafts apart, they are nobody's answer. */
  rows(committeeId?: string): Promise<Row[]>;
  draftOf(person: TeamsUser): Promise<Readonly<Record<string, string>>>;
  answer(): Promise<Row>;
  /** Every revision, oldest first. */
  history(): Promise<Row[]>;
  /** The rows when everything that an answer leads to has been done. */
  settled(): Promise<Row[]>;
  /** Does something that must leave no trace in the committee's rows. */
  storingNothing<Done>(act: () => Promise<Done>): Promise<Done>;
  close(): Promise<void>;
}

export async function openOwedOctober(): Promise<OwedOctober> {
  const witness = startWitness();
  const town = await openMunicipality();
  const close = async (): Promise<void> => {
    witness.leave();
    await town.close();
  };
  const eva = town.person('rapportor.bun@styrmodell.example', 'Eva Ek');
  const dag = town.person('ersattare.bun@styrmodell.example', 'Dag Dal');
  const stina = town.person('rapportor.sn@styrmodell.example', 'Stina Ström');
  try {
    witness.watch(await town.start());
    await Promise.all([eva, dag, stina].map((person) => person.install()));
    await eva.install(town.channel);
    await until('prompts to both reporters', () => [eva, stina].every((person) => formsOf(person).length > 0));
    await until('the summary', () => town.channelShows().length > 1);
  } catch (error) {
    await close(); // or the run would never end
    throw error;
  }

  const rowsOf = (committeeId: string): Promise<Row[]> =>
    town.rows('Periods', `PartitionKey eq '${committeeId}|2026-10'`);
  const rows = async (committeeId = 'BUN'): Promise<Row[]> =>
    (await rowsOf(committeeId)).filter((row) => !keyOf(row).startsWith('draft|')).map(withoutMarks);
  const settled = (): Promise<Row[]> =>
    until('the work after an answer', async () => {
      const found = await rows();
      return found.every((row) => !keyOf(row).startsWith('effect|')) && found;
    });
  return {
    town,
    witness,
    eva,
    dag,
    stina,
    rows,
    settled,
    draftOf: async ({ oid }) => {
      const row = (await rowsOf('BUN')).find((candidate) => keyOf(candidate) === `draft|${oid}`);
      return row ? (JSON.parse(String(row.typed)) as Record<string, string>) : {};
    },
    answer: async () => {
      const row = (await rows()).find((candidate) => keyOf(candidate) === 'answer');
      assert(row, 'Nothing is stored');
      return row;
    },
    history: async () => (await rows()).filter((row) => keyOf(row).startsWith('log|')),
    storingNothing: async (act) => {
      const before = await settled();
      const done = await act();
      assert.deepEqual(await rows(), before);
      return done;
    },
    close,
  };
}

/** Messages whose card is the form. */
export function formsOf(person: TeamsUser): OnScreen[] {
  return person
    .sees()
    .flatMap(({ activityId, card }) => (card && hasButton(card, 'saveOutcome') ? [{ activityId, card }] : []));
}

/** The form as it stands now, for whoever may answer. */
export async function freshForm(person: TeamsUser): Promise<OnScreen> {
  const before = person.sees().length;
  await person.say('visa formuläret');
  assert(person.sees().length > before, `${person.upn} got nothing`);
  return person.newestCard();
}

/** What came back on a request, when it was a card. */
export function cardOf({ status, card, text }: Reply): Card {
  assert.equal(status, 200, text);
  assert(card, `A card, not: ${text}`);
  return card;
}

export function receiptNumberOf(reply: Reply): string {
  const text = textOf(cardOf(reply));
  const [, number] = /Kvitto (BUN-2026-10-\d+)/.exec(text) ?? [];
  assert(number, `A receipt, not: ${text}`);
  return number;
}

/** The form came back, with all that was typed still in it; answers its words. */
export function formAgain(reply: Reply, typed: Readonly<Record<string, string>>): string {
  const card = cardOf(reply);
  assert(hasButton(card, 'saveOutcome'), textOf(card));
  const shown = new Map(inputsOf(card).map(({ id, value }) => [id.replace(/^i_\d+_/, ''), value]));
  for (const [field, text] of Object.entries(typed)) assert.equal(shown.get(field), text, field);
  return textOf(card);
}

/** A 200 with a sentence in it, as Teams shows it beside the card. */
export function messageOf({ status, body }: Reply): string {
  const { statusCode, type, value } = (body ?? {}) as { statusCode: number; type: string; value: string };
  const expected = { status: 200, statusCode: 200, type: 'application/vnd.microsoft.activity.message' };
  assert.deepEqual({ status, statusCode, type }, expected);
  return value;
}

/** A 400 of ours: its code and sentence. */
export function errorOf({ status, body }: Reply): { readonly code: string; readonly message: string } {
  const { statusCode, type, value } = (body ?? {}) as {
    statusCode: number;
    type: string;
    value: { code: string; message: string };
  };
  const expected = { status: 400, statusCode: 400, type: 'application/vnd.microsoft.error' };
  assert.deepEqual({ status, statusCode, type }, expected);
  return value;
}

/** The door's own 400: a fixed sentence and an id. */
export function turnedAway({ status, body }: Pick<Reply, 'status' | 'body'>): void {
  const { fel, id } = (body ?? {}) as { fel: string; id: string };
  assert.deepEqual([status, fel], [400, 'Begäran gick inte att läsa.']);
  assert.match(id, /^[\da-f-]{36}$/);
}

/** A card's text as Teams draws it: Markdown's escapes are gone, and so is what only keeps links from being made. */
export function asDrawn(text: string): string {
  return text
    .replace(/\\([\\`*_{}[\]<>~|&#+\-=.)])/g, '$1')
    .replaceAll('\u2060', '')
    .replaceAll('\n\n', '\n');
}

function keyOf(row: Row): string {
  return String(row.rowKey);
}

function withoutMarks({ etag: _, timestamp: __, ...row }: Row): Row {
  return row;
}
