import assert from 'node:assert/strict';
import type { Month } from '../../src/domain/period.ts';
import { answerPress } from '../../src/teams/card-actions.ts';
import { readInvokeValue } from '../../src/teams/card-data.ts';
import type { Presser } from '../../src/teams/presser.ts';
import { buttonOf, hasButton, inputsOf, textOf } from './card-view.ts';
import type { Card } from './fake-connector.ts';
import type { FakePorts } from './fakes.ts';

export const AUGUST: Month = '2026-08';

/** One person with a form on the screen. */
export class Reader {
  readonly #ports: FakePorts;
  readonly #presser: Presser;
  readonly #promptId: string;
  card: Card | undefined;
  /** True when the message itself was changed too, and not only what is on the screen. */
  lasting = false;
  said = '';

  constructor(ports: FakePorts, upn: string, promptId: string) {
    this.#ports = ports;
    this.#promptId = promptId;
    const person = { oid: `oid of ${upn}`, upn };
    this.#presser = { person, name: upn, conversationId: `chat of ${upn}`, personal: true, activityId: undefined };
  }

  /** Without a card on the screen it is a press on a list, which carries the form's id and nothing more. */
  async press(verb: string, typed: Readonly<Record<string, string>> = {}, data: object = {}): Promise<string> {
    const shown = this.card ? inputsOf(this.card) : [];
    const sent = shown.map(({ id, value }) => {
      const name = id.replace(/^i_\d+_/, '');
      const [, text = value] = Object.entries(typed).find(([beginning]) => name.startsWith(beginning)) ?? [];
      return [id, text];
    });
    const own = this.card && hasButton(this.card, verb) ? buttonOf(this.card, verb).data : {};
    const given = { v: 1, p: this.#promptId, r: 0, ...own, ...Object.fromEntries(sent), ...data };
    return this.#take(await this.#answer(verb, given));
  }

  async #answer(verb: string, data: object) {
    const reading = readInvokeValue({ action: { type: 'Action.Execute', verb, data } });
    assert(reading.kind === 'press', 'The press is malformed');
    return answerPress({ ports: this.#ports, context: {} }, reading.press, this.#presser);
  }

  #take(answer: Awaited<ReturnType<typeof answerPress>>): string {
    if (answer.kind !== 'card') {
      this.said = answer.text;
      return this.said;
    }
    this.card = answer.card as Card;
    this.lasting = answer.lasting === true;
    return textOf(this.card);
  }

  /** What a choice on the screen stands for, by its words. */
  choice(field: string, words: RegExp): string {
    const input = this.card && inputsOf(this.card).find(({ id }) => id.endsWith(`_${field}`));
    return (
      input?.choices.find(({ title }) => words.test(title))?.value ?? assert.fail(`No choice ${words} at ${field}`)
    );
  }

  /** Opens the form and turns its pages to the last. */
  async fillIn(typed: Readonly<Record<string, string>>): Promise<string> {
    let text = await this.press('openForm');
    while (/Sida (\d) av (?!\1)/.test(text)) text = await this.press('showPage', typed);
    return text;
  }
}

/** A person with a committee’s form of August, or of another month, that has not been opened yet. */
export async function reader(ports: FakePorts, upn: string, committeeId = 'BUN', period = AUGUST): Promise<Reader> {
  const promptId = `form of ${committeeId} ${period} to ${upn}`;
  const place = { committeeId, period, upn, conversationId: `chat of ${upn}` };
  await ports.tickets.save({ promptId, ...place });
  return new Reader(ports, upn, promptId);
}
