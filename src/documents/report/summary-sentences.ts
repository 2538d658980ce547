import { isAnswered, isSigned } from '../../domain/committee-standing.ts';
import type {
  CommitteeReportContent,
  GradeCounts,
  MunicipalReportContent,
  ReportKind,
} from '../../domain/report-content.ts';
import { countGrades } from '../../domain/report-grades.ts';
import { withoutFeeWord } from '../../words/area-name.ts';
import { listed, upperFirst } from '../../words/sentence-parts.ts';
import { isToBudget } from '../../words/swedish.ts';
import {
  deviationInSentence,
  deviationText,
  inLetters,
  inMillions,
  listedAtMost,
  sentence,
  sizeOfDeviation,
} from './figures-in-words.ts';
import { writtenText } from './written-text.ts';

const MOST_NAMES = 6;

/** The report in a few sentences, computed: who is in it, the year's result of the committees, goals by grade, what is missing. */
export function municipalSentences(content: MunicipalReportContent): readonly string[] {
  return [participation(content), committeesResult(content), ...extremes(content), ...goalSentences(content)];
}

function participation({ committees, standings }: MunicipalReportContent): string {
  const unanswered = namesOf(standings.filter((one) => !isAnswered(one)));
  const signed = standings.filter(isSigned).length;
  const all = committees.length;
  const who = `Rapporten omfattar ${inLetters(all)} ${all === 1 ? 'nämnd' : 'nämnder'}.`;
  const attested =
    signed === all
      ? 'Alla har attesterat sina rapporter.'
      : `${upperFirst(inLetters(signed))} av ${inLetters(all)} har attesterat sina rapporter.`;
  const silent =
    unanswered.length === 0 ? '' : ` ${sentence(`Svar saknas från ${listedAtMost(unanswered, MOST_NAMES)}`)}`;
  return `${who} ${attested}${silent}`;
}

function committeesResult({
  committeesSum,
  committeesSumWithoutFees,
  feeFinanced,
  committees,
}: MunicipalReportContent): string {
  const { budgetKr, deviationKr } = committeesSum;
  if (deviationKr === undefined) {
    const missing = namesOf(committees.filter(({ finance }) => finance.forecastKr === undefined));
    return `Nämndernas samlade avvikelse för helåret kan inte räknas: prognos saknas för ${listedAtMost(missing, MOST_NAMES)}.`;
  }
  const sum = `Nämnderna räknar tillsammans med ${deviationInSentence(deviationKr)} för helåret, mot driftbudgetar på ${inMillions(budgetKr)}.`;
  const without = committeesSumWithoutFees.deviationKr;
  if (!feeFinanced || without === undefined) return sum;
  const names = feeFinanced.names.map((name) => writtenText(withoutFeeWord(name))).join(', ');
  return `${sum} Utan avgiftsfinansierad verksamhet (${names}): ${deviationText(without)}.`;
}

/** Who has a deficit and who has a surplus, the largest first. */
function extremes({ committees }: MunicipalReportContent): readonly string[] {
  const known = committees.flatMap(({ committeeName, finance: { deviationKr } }) =>
    deviationKr === undefined || isToBudget(deviationKr) ? [] : [{ name: writtenText(committeeName), kr: deviationKr }],
  );
  const deficits = known.filter(({ kr }) => kr < 0).sort((one, other) => one.kr - other.kr);
  const surpluses = known.filter(({ kr }) => kr > 0).sort((one, other) => other.kr - one.kr);
  return [...side('Underskott', deficits), ...side('Överskott', surpluses)];
}

function side(what: string, found: readonly { readonly name: string; readonly kr: number }[]): readonly string[] {
  if (found.length === 0) return [];
  const named = found.map(({ name, kr }) => `${name} (${sizeOfDeviation(kr)})`);
  return [`${what} väntas för ${listedAtMost(named, MOST_NAMES)}.`];
}

function goalSentences({ councilGoalCounts, committeeGoalCounts, kind }: MunicipalReportContent): readonly string[] {
  return [
    ...countSentence('Fullmäktiges mål', councilGoalCounts, kind),
    ...countSentence('Nämndernas mål', committeeGoalCounts, kind),
  ];
}

/** `Fullmäktiges mål bedöms för året så här: 3 av 9 ”Helt uppfyllt” …`: as counted, each grade in the plan's own words. */
function countSentence(whose: string, counts: GradeCounts, kind: ReportKind): readonly string[] {
  if (counts.of === 0) return [];
  const verb = kind === 'annual' ? 'bedömdes för året' : 'bedöms för året';
  const given = counts.grades.filter(({ count }) => count > 0);
  const graded = given.map(({ label, count }) => `${count} av ${counts.of} ”${writtenText(label)}”`);
  return [`${whose} ${verb} så här: ${listed([...graded, ...ungraded(counts)])}.`];
}

function ungraded({ ungraded: count, of }: GradeCounts): readonly string[] {
  return count === 0 ? [] : [`${count} av ${of} är inte ${count === 1 ? 'bedömt' : 'bedömda'} ännu`];
}

/** How a committee's own goals were graded, in words. */
export function committeeGoalSentence({ goals, gradeScale, kind }: CommitteeReportContent): readonly string[] {
  return countSentence('Nämndens mål', countGrades(goals, gradeScale), kind);
}

function namesOf(committees: readonly { readonly committeeName: string }[]): readonly string[] {
  return committees.map(({ committeeName }) => writtenText(committeeName));
}
