import type { RoundLine, RoundOverview } from '../../src/domain/round-overview.ts';
import { upperFirst } from '../../src/words/sentence-parts.ts';
import { cumulativePeriod } from '../../src/words/swedish.ts';
import { executeAction, type VerbOf } from '../actions.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { firstOf } from '../file-texts.ts';
import { inputId, typedFields } from '../input-ids.ts';
import { noticesOf } from '../notices.ts';
import { counted } from '../part-texts.ts';
import { forCard } from '../peoples-words.ts';
import { standText, whatText } from '../round-words.ts';
import template from './template.json' with { type: 'json' };

export interface RoundLedgerCard {
  readonly overview: RoundOverview;
  /** How many times it has been shown before: each time its choices need new ids. */
  readonly attempt: number;
  /** What was just done, or why it was not. */
  readonly said?: string;
}

/** As many as fit in a message; the command line has them all. */
const MOST_LINES = 18;
const MOST_UNCLEAR = 8;
const MOST_PEOPLE = 10;

/** Everything that a round has sent or tried to, what needs somebody first. Verbs: settleSent, settleUnsent, resendItem, showLedger, showRound. */
export const roundLedgerCard = defineCard<RoundLedgerCard & { readonly context: CardContext }>(template, (facts) => {
  const { overview, attempt, said, context } = facts;
  const lines = linesShown(overview);
  const { first, more } = firstOf(lines, MOST_LINES);
  return {
    title: 'Liggaren',
    subtitle: `Rundan ${cumulativePeriod(overview.period)}`,
    banners: said === undefined ? [] : [{ text: forCard(said) }],
    choices: overview.standing === 'over' ? [] : [...settling(overview, attempt), ...resending(overview, attempt)],
    lines: first.map((line) => ({
      who: forCard(`${line.committeeId}: ${line.recipient}`),
      what: upperFirst(forCard(`${whatText(line)}: ${standText(line)}.`)),
    })),
    more: moreText(overview, lines.length, more),
    notices: noticesOf(false, context),
    actions: [press(overview, 'Uppdatera', 'showLedger'), press(overview, 'Till rundan', 'showRound')],
  };
});

const urgency: readonly RoundLine['state'][] = ['ambiguous', 'refused', 'ready', 'sending', 'sent'];

/** What is real, and what the rehearsal under way has sent. */
function linesShown({ committees, rehearsal }: RoundOverview): readonly RoundLine[] {
  return committees
    .flatMap(({ lines }) => lines)
    .filter((line) => line.rehearsal === undefined || line.rehearsal === rehearsal?.number)
    .toSorted((one, other) => urgency.indexOf(one.state) - urgency.indexOf(other.state));
}

function settling(overview: RoundOverview, attempt: number): object[] {
  const { first } = firstOf(overview.ambiguous, MOST_UNCLEAR);
  if (first.length === 0) return [];
  return [
    {
      about: `${counted(overview.ambiguous.length, 'utskick är oklart', 'utskick är oklara')}. Det är inte känt om det kom fram, och det skickas inte om av sig självt. Fråga personen och välj.`,
      id: inputId(attempt, 'line'),
      label: 'Oklart utskick',
      error: 'Välj ett oklart utskick.',
      choices: first.map((line) => ({
        title: `${line.committeeId}: ${whatText(line)} till ${line.recipient}`,
        value: lineKey(line),
      })),
      actions: [press(overview, 'Kom fram', 'settleSent'), press(overview, 'Kom inte fram', 'settleUnsent')],
    },
  ];
}

function resending(overview: RoundOverview, attempt: number): object[] {
  const { first } = firstOf(resendable(overview), MOST_PEOPLE);
  if (first.length === 0) return [];
  return [
    {
      about:
        'Den som har tappat bort sitt meddelande kan få det igen. Det är samma formulär, så det blir aldrig två svar.',
      id: inputId(attempt, 'person'),
      label: 'Skicka om till',
      error: 'Välj vem som ska få det igen.',
      choices: first.map((upn) => ({ title: upn, value: upn })),
      actions: [press(overview, 'Skicka om', 'resendItem')],
    },
  ];
}

/** Those who have got, or should have got, something about an answer that is still missing; who was not reached comes first. */
export function resendable({ committees }: RoundOverview): readonly string[] {
  const lines = committees
    .filter(({ answer }) => answer === undefined)
    .flatMap((committee) => committee.lines)
    .filter(({ state, rehearsal }) => rehearsal === undefined && state !== 'ready' && state !== 'sending')
    .toSorted((one, other) => urgency.indexOf(one.state) - urgency.indexOf(other.state));
  return [...new Set(lines.map(({ recipient }) => recipient))];
}

/** Names a line on the card; what it stands for is looked up in the ledger when it comes back. */
export function lineKey({ committeeId, kind, step = '', recipient }: RoundLine): string {
  return [committeeId, kind, step, recipient].join('|');
}

function moreText({ period }: RoundOverview, all: number, more: number): { text: string }[] {
  if (all === 0) return [{ text: 'Inget är skickat ännu.' }];
  return more === 0 ? [] : [{ text: `… och ${more} till. Alla visas med styr round ledger ${period}.` }];
}

function press({ period }: RoundOverview, title: string, verb: VerbOf<'round'>): object {
  return executeAction(title, verb, { id: period, revision: 0 });
}

/** What was chosen, '' when nothing was, and how many times it has been shown. */
export function readLedgerForm(data: Readonly<Record<string, unknown>>): {
  readonly line: string;
  readonly person: string;
  readonly attempt: number;
} {
  const { typed, attempt } = typedFields(data);
  return { line: typed.line ?? '', person: typed.person ?? '', attempt };
}
