import { reasonText } from '../../cards/reason-text.ts';
import { deedText, standText, stepText, whatText } from '../../cards/round-words.ts';
import type { LadderStep } from '../domain/ladder.ts';
import type { RoundCommittee, RoundOverview, Tried } from '../domain/round-overview.ts';
import { roundOverview } from '../features/rounds/round-overview.ts';
import { periodText } from '../words/period-text.ts';
import { swedishDate, swedishDateTime } from '../words/swedish.ts';
import type { Command, Given, Surroundings } from './command.ts';
import { counted } from './problem-list.ts';
import { periodOf } from './round-reading.ts';
import { roundRefusal } from './round-refusal.ts';
import { textTable } from './text-table.ts';

export const roundStatus: Command = {
  name: 'round status',
  takes: ['[PERIOD]'],
  does: 'visa läget i en uppföljning: vilka som har svarat, frågats och påmints',
  more: 'Utan period gäller det den uppföljning som är öppen.',
  options: {},
  async run(given, surroundings) {
    const overview = await loadOverview(given, surroundings);
    return { text: overviewText(overview), data: { ...overview } };
  },
};

export async function loadOverview(given: Given, { openStores }: Surroundings): Promise<RoundOverview> {
  const period = periodOf(given);
  const overview = await roundOverview(await openStores(), period);
  if (!overview.ok) throw roundRefusal(overview.problem);
  return overview.value;
}

function overviewText(overview: RoundOverview): string {
  return [
    headText(overview),
    stopsText(overview),
    ladderText(overview),
    countsText(overview),
    committeesTable(overview.committees),
    nobodyText(overview),
    awayText(overview),
    installText(overview),
    handText(overview),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function headText({ period, standing, dates, locksOn, startedOn }: RoundOverview): string {
  const opened = swedishDate(dates.opensOn);
  const stands = {
    coming: `öppnar ${opened}`,
    open: `är öppen sedan ${opened}${startedOn === undefined ? '' : ', startad i förväg'}`,
    over: `är avslutad; den öppnade ${opened}`,
  };
  const lock = locksOn === undefined ? '' : ` Svaren låses ${swedishDate(locksOn)}.`;
  return `Uppföljningen av ${periodText(period)} ${stands[standing]}. Sista svarsdag är ${swedishDate(dates.dueOn)}.${lock}`;
}

/** Why nothing, or nothing real, goes out. */
function stopsText({ period, paused, rehearsal, halted }: RoundOverview): string {
  return [
    paused ? `PAUSAD: inget skickas. Fortsätt med: styr round resume ${period}` : '',
    rehearsal
      ? `REPETITION ${rehearsal.number}: allt går till ${rehearsal.to} och räknas inte. Avsluta med: styr round rehearse-end ${period}`
      : '',
    halted
      ? `STOPP: inget skickas till någon före ${swedishDateTime(halted.until)}, ${reasonText(halted.reason)}.`
      : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

const steps: Readonly<Record<LadderStep['kind'], string>> = {
  reminder: 'de som frågats påminns',
  deputy: 'en ersättare till frågas',
  approver: 'nämndens godkännare får besked',
};

function ladderText({ dates }: RoundOverview): string {
  if (dates.steps.length === 0) return '';
  const rows = dates.steps.map(({ on, kind, workingDays }) => [swedishDate(on), steps[kind], stepText(workingDays)]);
  return textTable(['Om svaret saknas', '', ''], rows);
}

function countsText({ counts }: RoundOverview): string {
  const { committees, answered, sent, waiting, ambiguous, refused } = counts;
  const messages = [
    ...[counted(sent, 'skickat', 'skickade'), `${waiting} väntar`],
    ...[counted(ambiguous, 'oklart', 'oklara'), `${refused} kom inte fram`],
  ];
  return `${answered} av ${counted(committees, 'nämnd', 'nämnder')} har svarat. Utskick: ${messages.join(', ')}.`;
}

/** A row for each thing sent; the committee and its answer stand on the first. */
function committeesTable(committees: readonly RoundCommittee[]): string {
  const rows = committees.flatMap(({ committeeId, answer, lines }) => {
    const real = lines.filter(({ rehearsal }) => rehearsal === undefined);
    const sent = real.map((line) => [line.recipient, whatText(line), standText(line)]);
    return (sent.length === 0 ? [['', 'inget skickat', '']] : sent).map((cells, at) =>
      at === 0 ? [committeeId, answerText(answer), ...cells] : ['', '', ...cells],
    );
  });
  return textTable(['Nämnd', 'Svar', 'Till', 'Utskick', 'Läge'], rows);
}

function answerText(answer: RoundCommittee['answer']): string {
  if (!answer) return 'saknas';
  return `${answer.name}, ${swedishDateTime(answer.at)}${answer.revision > 1 ? ', rättat' : ''}`;
}

function nobodyText({ unreachable }: RoundOverview): string {
  const lines = unreachable.map(({ committeeId, tried }) => {
    const why = tried.length === 0 ? 'planen har ingen rapportör' : tried.map(triedText).join('; ');
    return `  ${committeeId}: ${why}`;
  });
  return lines.length === 0 ? '' : ['Ingen kan frågas', ...lines].join('\n');
}

function triedText({ upn, reason, until }: Tried): string {
  return `${upn} ${reasonText(reason)}${until === undefined ? '' : ` till och med ${swedishDate(until)}`}`;
}

function awayText({ away }: RoundOverview): string {
  const lines = away.map(({ upn, until }) => `  ${upn} till och med ${swedishDate(until)}`);
  return lines.length === 0 ? '' : ['Borta', ...lines].join('\n');
}

function installText({ mustInstall, installLink }: RoundOverview): string {
  if (mustInstall.length === 0) return '';
  const people = mustInstall.map(({ upn, committeeIds }) =>
    committeeIds.length === 0 ? `  ${upn}` : `  ${upn} (${committeeIds.join(', ')})`,
  );
  const link = installLink === undefined ? '' : `, från ${installLink}`;
  return [`Behöver installera appen i Teams${link}`, ...people].join('\n');
}

function handText({ history }: RoundOverview): string {
  const lines = history.map(({ at, by, what }) => `  ${swedishDateTime(at)}: ${by} ${deedText(what)}`);
  return lines.length === 0 ? '' : ['Gjort för hand', ...lines].join('\n');
}
