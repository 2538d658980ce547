import assert from 'node:assert/strict';
import type { VerbOf } from '../../cards/actions.ts';
import { typedFields } from '../../cards/input-ids.ts';
import type { Doer } from '../../src/domain/report-record.ts';
import type { CardAnswer } from '../../src/teams/card-answer.ts';
import { readInvokeValue } from '../../src/teams/card-data.ts';
import { answerMunicipalReportPress } from '../../src/teams/municipal-report-actions.ts';
import { buttonOf, inputOf, inputsOf, textOf } from './card-view.ts';
import type { Card } from './fake-connector.ts';
import type { FakePorts } from './fakes.ts';
import { INTERIM } from './report-period.ts';

type Verb = VerbOf<'municipal-report'>;

export interface HowPressed {
  /** What is typed or chosen, by the beginning of a label or of a field's name. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Keys of the data that are set as they are. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly personal?: boolean;
}

/** Somebody with the municipality's report, in memory: what the presses answer, as Teams would show it. */
export class ReportUser {
  readonly #ports: FakePorts;
  readonly #doer: Doer;
  #card: Card | undefined;

  constructor(ports: FakePorts, doer: Doer) {
    this.#ports = ports;
    this.#doer = doer;
  }

  /** The card that stands there now. */
  get card(): Card {
    assert(this.#card, 'No card');
    return this.#card;
  }

  get text(): string {
    return textOf(this.card);
  }

  /** Opens the report's card anew, as a press on an earlier one does. */
  open(period: string = INTERIM): Promise<CardAnswer> {
    return this.#send('showMunicipalReport', { v: 1, p: `municipality ${period}`, r: 0 });
  }

  /** Presses a button of the card, with everything that its fields hold and what is changed in them. */
  async press(verb: Verb, { inputs = {}, data = {}, personal = true }: HowPressed = {}): Promise<CardAnswer> {
    const shown = Object.fromEntries(inputsOf(this.card).map(({ id, value }) => [id, value]));
    const changed = Object.fromEntries(
      Object.entries(inputs).map(([beginning, value]) => [inputOf(this.card, beginning).id, value]),
    );
    return this.#send(verb, { ...buttonOf(this.card, verb).data, ...shown, ...changed, ...data }, personal);
  }

  /** Sends data that need not be any card's. */
  sendRaw(verb: Verb, data: Readonly<Record<string, unknown>>, personal = true): Promise<CardAnswer> {
    return this.#send(verb, data, personal);
  }

  /** Goes back to a card that stood there before. */
  look(card: Card): void {
    this.#card = card;
  }

  /** What a field of the card holds. */
  value(beginning: string): string {
    return inputOf(this.card, beginning).value;
  }

  /** What can be chosen in a field of the card. */
  choices(beginning: string): readonly { readonly title: string; readonly value: string }[] {
    return inputOf(this.card, beginning).choices;
  }

  /** Everything that the card's fields hold, by field. */
  typed(): Record<string, string> {
    return typedFields(Object.fromEntries(inputsOf(this.card).map(({ id, value }) => [id, value]))).typed;
  }

  async #send(verb: Verb, data: Readonly<Record<string, unknown>>, personal = true): Promise<CardAnswer> {
    const { upn, name } = this.#doer;
    const reading = readInvokeValue({ action: { type: 'Action.Execute', verb, data } });
    if (reading.kind === 'bad') throw new Error(`The press is none: ${reading.code}`);
    const press = { ...reading.press, verb };
    const presser = { person: { oid: `oid of ${upn}`, upn }, name, conversationId: 'her chat', personal };
    const answer = await answerMunicipalReportPress({ ports: this.#ports, context: {} }, press, {
      ...presser,
      activityId: undefined,
    });
    if (answer.kind === 'card') this.#card = answer.card as Card;
    return answer;
  }
}

/** What a press said in words instead of a card. */
export function saidIn(answer: CardAnswer): string {
  return answer.kind === 'card' ? `a card: ${textOf(answer.card as Card)}` : answer.text;
}
