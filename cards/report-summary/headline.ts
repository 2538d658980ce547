import { MUNICIPALITY } from '../../src/domain/municipality.ts';
import type { CommitteeLine, ReportSummary } from '../../src/domain/report-summary.ts';
import { deviationInWords, isDeficit, isToBudget, sizeInWords, swedishNumber } from '../../src/words/swedish.ts';
import { forCard } from '../peoples-words.ts';

/** The one sentence that a reader takes with them. */
export function headline(summary: ReportSummary): string {
  const [only] = summary.committees;
  return summary.scope === MUNICIPALITY || !only ? ofAll(summary) : ofOne(only, summary);
}

function ofOne(line: CommitteeLine, { kind, period }: ReportSummary): string {
  const { name, answered, outcomeKr, deviationKr, budgetKr } = line;
  const who = forCard(name);
  const year = period.slice(0, 4);
  if (!answered) return `${who} har inte rapporterat ännu.`;
  if (deviationKr === undefined) {
    return outcomeKr === undefined
      ? `${who} har svarat, men siffrorna saknas. Det går inte att säga om budgeten för ${year} håller.`
      : `${who} har inte lämnat någon prognos. Det går inte att säga om budgeten för ${year} håller.`;
  }
  const isOver = kind === 'annual';
  if (isToBudget(deviationKr)) return `${who} ${isOver ? 'höll' : 'räknar med att hålla'} budgeten för ${year}.`;
  return `${who} ${isOver ? 'redovisar' : 'räknar med'} ${aDeviation(deviationKr)} för ${year}${shareText(deviationKr, budgetKr)}.`;
}

/** "ett underskott på 12,0 mnkr". */
function aDeviation(kr: number): string {
  return deviationInWords(kr).replace(/^(\S+) /u, 'ett $1 på ');
}

/** Nothing for what is too small to be said in tenths of a percent. */
function shareText(deviationKr: number, budgetKr: number): string {
  const percent = (100 * Math.abs(deviationKr)) / budgetKr;
  return budgetKr > 0 && percent >= 0.05 ? `, ${swedishNumber(percent, 1)} procent av budgeten` : '';
}

function ofAll({ committees, kind, period }: ReportSummary): string {
  const year = period.slice(0, 4);
  const known = committees.filter(({ answered, deviationKr }) => answered && deviationKr !== undefined);
  if (known.length === 0) {
    return committees.some(({ answered }) => answered)
      ? `Ingen nämnd har lämnat någon prognos för ${year} ännu.`
      : `Ingen av ${committees.length} nämnder har rapporterat ännu.`;
  }
  const of =
    known.length === committees.length
      ? `${known.length} nämnder`
      : `de ${known.length} nämnder som har lämnat prognos`;
  const says = `${kind === 'annual' ? 'redovisar' : 'räknar med'} underskott för ${year}`;
  return deficitText(known, of, says);
}

function deficitText(known: readonly CommitteeLine[], of: string, says: string): string {
  const deficits = known
    .filter(({ deviationKr }) => isDeficit(deviationKr))
    .toSorted((one, other) => (one.deviationKr ?? 0) - (other.deviationKr ?? 0));
  const [largest] = deficits;
  if (!largest) return `Ingen av ${of} ${says}.`;
  const which = `${forCard(largest.name)}, ${sizeInWords(largest.deviationKr ?? 0)}`;
  return deficits.length === 1
    ? `En av ${of} ${says}: ${which}.`
    : `${deficits.length} av ${of} ${says}, störst är ${which}.`;
}
