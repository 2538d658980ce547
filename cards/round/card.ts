import type { LadderStep } from '../../src/domain/ladder.ts';
import type { Month } from '../../src/domain/period.ts';
import type { RoundOverview } from '../../src/domain/round-overview.ts';
import { periodText } from '../../src/words/period-text.ts';
import { cumulativePeriod, swedishDate, swedishDateTime } from '../../src/words/swedish.ts';
import { executeAction, type VerbOf } from '../actions.ts';
import { shortDay } from '../days-text.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { firstOf } from '../file-texts.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import { reasonText, triedText } from '../reason-text.ts';
import { deedText } from '../round-words.ts';
import { saidBanners } from '../said-banners.ts';
import { committeeText } from './committee-text.ts';
import template from './template.json' with { type: 'json' };

export interface RoundCard {
  readonly overview: RoundOverview;
  /** The next follow-up, when its month has ended: it can be started ahead of the calendar. */
  readonly startable?: Month;
  /** What was just done, or why it was not. */
  readonly said?: string;
}

/** As many as fit in a message; the command line has them all. */
const MOST_COMMITTEES = 15;
const MOST_UNREACHED = 5;
const MOST_TRIED = 2;
const MOST_TO_INSTALL = 6;
const MOST_DEEDS = 3;

const STARTING = 'Startar du nu öppnar rundan idag. Rundan före den avslutas, och dess svar låses.';

/** Where a month's round is, for those who lead it. Verbs: all of a round but those of its ledger. */
export const roundCard = defineCard<RoundCard & { readonly context: CardContext }>(template, (facts) => {
  const { overview, context } = facts;
  const { committees, unreachable, period } = overview;
  const { first, more } = firstOf(committees, MOST_COMMITTEES);
  return {
    title: `Rundan ${cumulativePeriod(period)}`,
    head: headText(overview),
    banners: [...saidBanners(facts), ...stops(facts)],
    counts: countsText(overview),
    committees: first.map((committee) => {
      const nobody = unreachable.some(({ committeeId }) => committeeId === committee.committeeId);
      return { name: forCard(committee.name), text: committeeText(committee, nobody) };
    }),
    more: more === 0 ? [] : [{ text: `… och ${more} till. Alla visas med styr round status ${period}.` }],
    sections: [...ladder(overview), ...unreached(overview), ...installs(overview), ...deeds(overview)],
    notices: noticesOf(false, context),
    actions: buttons(facts),
  };
});

function headText({ standing, dates, locksOn, startedOn }: RoundOverview): string {
  const opens = swedishDate(dates.opensOn);
  const ahead = startedOn === undefined ? '' : ', startad i förväg';
  const stands = {
    coming: `Öppnar ${opens}.`,
    open: `Öppen sedan ${opens}${ahead}.`,
    over: `Avslutad. Den öppnade ${opens}.`,
  };
  const lock = locksOn === undefined ? '' : ` Svaren låses ${swedishDate(locksOn)}.`;
  return `${stands[standing]} Sista svarsdag ${swedishDate(dates.dueOn)}.${lock}`;
}

/** What starting it would mean, and why nothing, or nothing real, goes out. */
function stops({ overview, startable }: RoundCard): { style: string; text: string }[] {
  const { paused, rehearsal, halted } = overview;
  const halt =
    halted && `Stopp: inget skickas före ${swedishDateTime(halted.until)}, ${forCard(reasonText(halted.reason))}.`;
  return [
    ...(startable === overview.period ? [{ style: 'accent', text: STARTING }] : []),
    ...(halt ? [{ style: 'attention', text: halt }] : []),
    ...(paused ? [{ style: 'warning', text: 'Pausad: inget skickas förrän du trycker Återuppta.' }] : []),
    ...(rehearsal
      ? [{ style: 'accent', text: `Repetition: allt går till ${forCard(rehearsal.to)} och räknas inte.` }]
      : []),
  ];
}

function countsText({ counts }: RoundOverview): string {
  const { committees, answered, sent, waiting, ambiguous, refused } = counts;
  const many = committees === 1 ? 'nämnd' : 'nämnder';
  const unclear = ambiguous === 0 ? '' : ' Avgör de oklara i liggaren.';
  return `${answered} av ${committees} ${many} har svarat. Utskick: skickade ${sent}, väntar ${waiting}, oklara ${ambiguous}, kom inte fram ${refused}.${unclear}`;
}

interface Section {
  readonly name: string;
  readonly lines: readonly { readonly text: string }[];
}

function section(name: string, lines: readonly string[]): Section[] {
  return lines.length === 0 ? [] : [{ name, lines: lines.map((text) => ({ text })) }];
}

const steps: Readonly<Record<LadderStep['kind'], string>> = {
  reminder: 'de som frågats påminns',
  deputy: 'en ersättare till frågas',
  approver: 'nämndens godkännare får besked',
};

function ladder({ dates, standing }: RoundOverview): Section[] {
  if (standing === 'over') return [];
  return section(
    'När svar saknas',
    dates.steps.map(({ on, kind }) => `${shortDay(on)}: ${steps[kind]}`),
  );
}

function unreached({ unreachable }: RoundOverview): Section[] {
  const { first, more } = firstOf(unreachable, MOST_UNREACHED);
  const lines = first.map(({ name, tried }) => `${forCard(name)}: ${triedPeople(tried)}`);
  return section('Ingen kan frågas', more === 0 ? lines : [...lines, `… och ${more} till`]);
}

function triedPeople(tried: RoundOverview['unreachable'][number]['tried']): string {
  if (tried.length === 0) return reasonText('NO_REPORTER');
  const { first, more } = firstOf(tried, MOST_TRIED);
  return `${first.map(triedText).join(', ')}${more === 0 ? '' : ` och ${more} till`}`;
}

/** The address is our own configuration's, and whoever reads it has to be able to pass it on. */
function installs({ mustInstall, installLink }: RoundOverview): Section[] {
  if (mustInstall.length === 0) return [];
  const { first, more } = firstOf(mustInstall, MOST_TO_INSTALL);
  const people = first.map(({ upn, committeeIds }) => {
    const whose = committeeIds.length === 0 ? '' : ` (${committeeIds.map(forCard).join(', ')})`;
    return `${forCard(upn)}${whose}`;
  });
  const rest = more === 0 ? '' : ` och ${more} till`;
  return section('Behöver installera appen', [
    `${people.join(', ')}${rest}`,
    ...(installLink === undefined ? [] : [`Länk att skicka: [${installLink}](${installLink})`]),
  ]);
}

/** The latest first. */
function deeds({ history }: RoundOverview): Section[] {
  const latest = history.slice(-MOST_DEEDS).toReversed();
  return section(
    'Gjort för hand',
    latest.map(({ at, by, what }) => `${swedishDateTime(at)}: ${forCard(by)} ${forCard(deedText(what))}`),
  );
}

function buttons({ overview, startable }: RoundCard): object[] {
  const { period, standing, paused, rehearsal } = overview;
  const press = (title: string, verb: VerbOf<'round'>, id: string = period): object =>
    executeAction(title, verb, { id, revision: 0 });
  const steering = [
    paused ? press('Återuppta', 'resumeRound') : press('Pausa', 'pauseRound'),
    press('Provkör', 'dryRunRound'),
    rehearsal ? press('Avsluta repetitionen', 'endRehearsal') : press('Repetera till mig', 'rehearseRound'),
  ];
  // Five buttons are as many as a card has room for in every client.
  const last =
    startable === undefined || startable === period
      ? press('Uppdatera', 'showRound')
      : press(`Starta ${periodText(startable)} i förväg`, 'showRound', startable);
  return [
    ...(startable === period ? [press('Starta nu', 'startRound')] : []),
    ...(standing === 'over' ? [] : steering),
    ...(standing === 'coming' ? [] : [press('Liggaren', 'showLedger')]),
    last,
  ];
}
