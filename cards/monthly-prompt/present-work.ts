import type { MonthlyPrompt, WorkAsked } from '../../src/domain/monthly-prompt.ts';
import { lastDayOf, type Month } from '../../src/domain/period.ts';
import { latenessText } from '../../src/words/lateness-text.ts';
import { cumulativePeriod, swedishDate } from '../../src/words/swedish.ts';
import { workStatus, workStatusWords } from '../../src/words/work-status.ts';
import { forCard } from '../peoples-words.ts';
import { shortened, type WorkGroup, workGroupHeadings, workGroupOf, workLabel } from '../work-names.ts';
import * as fields from './fields.ts';
import type { FormFields } from './form-fields.ts';

const MOST_OWNER_UNITS = 100;

/** The work of one page: a heading and what is asked before the first of each group, and a status for each. */
export function presentWork(
  form: FormFields,
  work: readonly WorkAsked[],
  { followUp: { period } }: MonthlyPrompt,
): object[] {
  const groups = work.map(({ kind }) => workGroupOf[kind]);
  const isOnlyOwn = groups.every((group) => group === 'own');
  return work.map((asked, at) => {
    const group = workGroupOf[asked.kind];
    const isFirst = groups.indexOf(group) === at;
    return {
      headings: isFirst && !isOnlyOwn ? [{ text: workGroupHeadings[group] }] : [],
      leads: isFirst ? [{ text: leads[group](swedishDate(lastDayOf(period))) }] : [],
      status: presentStatus(form, asked),
    };
  });
}

const leads: Readonly<Record<WorkGroup, (day: string) => string>> = {
  own: (day) => `Hur långt har det kommit den ${day}? Senast kända status är vald från början.`,
  council: (day) => `Hur långt har uppdragen kommit den ${day}? Senast kända status är vald från början.`,
  review: (day) => `Hur långt har de kommit den ${day}? De frågas efter varje gång tills de är klara eller avbrutna.`,
};

function presentStatus(form: FormFields, asked: WorkAsked): object {
  const { id, status } = asked;
  return {
    ...form.field(fields.statusOf(id), workLabel(asked), {
      value: status,
      hint: hintOf(asked),
      inWords: (stored) => workStatusWords[workStatus(stored) ?? status],
    }),
    choices: Object.entries(workStatusWords).map(([value, title]) => ({ title, value })),
  };
}

/** Of a measure also who sees to it, and the review that it comes from. */
function hintOf({ kind, lateness, owner, source }: WorkAsked): string {
  const when = latenessText(lateness);
  if (kind !== 'measure' || owner === undefined || source === undefined) return when;
  const from = `Från genomgången av ${cumulativePeriod(source as Month)}.`;
  return `Ansvarig: ${forCard(shortened(owner, MOST_OWNER_UNITS))}. ${when} ${from}`;
}
