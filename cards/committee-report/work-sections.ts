import type { Measure } from '../../src/domain/answer.ts';
import { isLate } from '../../src/domain/lateness.ts';
import type { WorkStatus } from '../../src/domain/plan-document.ts';
import type { CommitteeReportContent, InvestmentContent, WorkContent } from '../../src/domain/report-content.ts';
import { latenessText } from '../../src/words/lateness-text.ts';
import { periodText } from '../../src/words/period-text.ts';
import { isDeficit, mnkr, tkr } from '../../src/words/swedish.ts';
import { workStatusWords } from '../../src/words/work-status.ts';
import { firstOf, shortened } from '../file-texts.ts';
import { deviationText } from '../finance-facts.ts';
import { forCard } from '../peoples-words.ts';
import { workGroupHeadings } from '../work-names.ts';
import { type Item, named } from './fit.ts';
import { list, type Section, section } from './section.ts';

const LONGEST_NAME = 240;
const LONGEST_OWNER = 80;
/** On the overview. */
const SHORT_NAME = 80;
const MOST_LATE = 3;

/** All work in a line each: what is late is named in numbers before anything else. */
export function workCounts(content: CommitteeReportContent): Section {
  const { work, assignments, agreedMeasures, investments } = content;
  const count = work.length + assignments.length + agreedMeasures.length + investments.length;
  const late = [...assignments, ...agreedMeasures, ...work].filter(isLate);
  if (count === 0) return section('Arbete och uppdrag', {});
  return section('Arbete och uppdrag', {
    lead: [
      ...counted('Åtaganden och aktiviteter', work),
      ...counted('Uppdrag från fullmäktige', assignments),
      ...counted('Åtgärder från gemensam genomgång', agreedMeasures),
      ...(investments.length === 0 ? [] : [`Investeringar: ${investmentCount(investments)}`]),
      ...(late.length === 0 ? [] : [`Försenat: ${firstNames(late)}.`]),
    ],
    more: { title: `Visa arbetet (${count})`, page: 'work' },
  });
}

function firstNames(work: readonly WorkContent[]): string {
  const { first, more } = firstOf(work, MOST_LATE);
  const names = first.map(({ name }) => forCard(shortened(name, SHORT_NAME)));
  return `${names.join(', ')}${more === 0 ? '' : ` och ${more} till`}`;
}

/** Each of them, what is late first. */
export function workSections(content: CommitteeReportContent): readonly Section[] {
  const { work, assignments, agreedMeasures, investments } = content;
  return [
    section(workGroupHeadings.council, { details: [list(lateFirst(assignments).map(workItem))] }),
    section(workGroupHeadings.review, { details: [list(lateFirst(agreedMeasures).map(workItem))] }),
    section(workGroupHeadings.own, { details: [list(lateFirst(work).map(workItem))] }),
    section('Investeringar', { details: [list(investments.map(investmentItem))] }),
  ];
}

/** What the committee does about a deviation, as it says this time. */
export function measureSection({ measures }: CommitteeReportContent): Section {
  return section('Nämndens åtgärder', { details: [list(measures.map(measureItem))] });
}

function lateFirst(work: readonly WorkContent[]): readonly WorkContent[] {
  return [...work.filter(isLate), ...work.filter((one) => !isLate(one))];
}

const COUNTED: readonly (readonly [WorkStatus, string, string])[] = [
  ['ongoing', 'pågår', 'pågår'],
  ['done', 'klart', 'klara'],
  ['notStarted', 'ej påbörjat', 'ej påbörjade'],
  ['cancelled', 'avbrutet', 'avbrutna'],
];

/** "Åtaganden: 2 försenade, 6 pågår, 4 klara." What is late is counted once. */
function counted(name: string, work: readonly WorkContent[]): string[] {
  if (work.length === 0) return [];
  const late = work.filter(isLate).length;
  const rest = COUNTED.flatMap(([status, one, many]) => {
    const count = work.filter((item) => item.status === status && !isLate(item)).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  const first = late === 0 ? 'inget försenat' : `${late} ${late === 1 ? 'försenat' : 'försenade'}`;
  return [`${name}: ${[first, ...rest].join(', ')}.`];
}

function workItem({ kind, name, source, status, lateness, owner, effectKr }: WorkContent): Item {
  const isSaid = ['done', 'cancelled'].includes(lateness.kind) || (status === 'late' && lateness.kind === 'late');
  const said = [
    ...(isSaid ? [] : [`${workStatusWords[status]}.`]),
    latenessText(lateness),
    ...(owner === undefined || owner === '' ? [] : [`Ansvarig: ${forCard(shortened(owner, LONGEST_OWNER))}.`]),
    ...(effectKr === undefined ? [] : [`Väntad effekt ${tkr(effectKr)}.`]),
  ];
  const from = source === undefined ? '' : ` (${forCard(kind === 'measure' ? periodText(source) : source)})`;
  return named(`${forCard(shortened(name, LONGEST_NAME))}${from}`, said.join(' '));
}

function measureItem({ text, effectKr }: Measure): Item {
  const effect = effectKr === undefined ? 'inte beräknad' : tkr(effectKr);
  return named(forCard(shortened(text, LONGEST_NAME)), `Väntad effekt i år: ${effect}.`);
}

function investmentCount(investments: readonly InvestmentContent[]): string {
  const missing = investments.filter(({ deviationKr }) => deviationKr === undefined).length;
  const over = investments.filter(({ deviationKr }) => isDeficit(deviationKr)).length;
  const parts = [
    ...(over === 0 ? [] : [`${over} väntas kosta mer än beslutat`]),
    ...(missing === 0 ? [] : [`${missing} saknar prognos`]),
  ];
  const said = parts.length === 0 ? 'inget väntas kosta mer än beslutat' : parts.join(', ');
  return `${investments.length} projekt, ${said}.`;
}

function investmentItem({ project, budgetKr, outcomeKr, forecastKr, deviationKr }: InvestmentContent): Item {
  const amount = (kr: number | undefined): string => (kr === undefined ? 'saknas' : mnkr(kr));
  const deviation = deviationText(deviationKr === undefined ? {} : { deviationKr });
  return named(
    `${forCard(shortened(project, LONGEST_NAME))}: ${deviation}`,
    `Budget ${mnkr(budgetKr)}, utfall ${amount(outcomeKr)}, prognos ${amount(forecastKr)}.`,
  );
}
