import type {
  AreaContent,
  CommitteeReportContent,
  FinanceFigures,
  ForecastPoint,
} from '../../src/domain/report-content.ts';
import { withoutFeeWord } from '../../src/words/area-name.ts';
import { givenReason } from '../../src/words/missing-reason.ts';
import { periodText } from '../../src/words/period-text.ts';
import { upperFirst } from '../../src/words/sentence-parts.ts';
import { deviationInWords } from '../../src/words/swedish.ts';
import { shortened } from '../file-texts.ts';
import { byDeviation, deviationText, type Fact, financeFacts, millions, partLines } from '../finance-facts.ts';
import { forCard } from '../peoples-words.ts';
import { type Item, named } from './fit.ts';
import { list, type Section, section } from './section.ts';

const LONGEST_NAME = 100;
const LONGEST_REASON = 200;
const MOST_ADDED = 4;

/** The committee's sum, with VA apart, and each area on demand: the largest deficit first. */
export function financeSection(content: CommitteeReportContent): Section {
  const { finance, period, kind } = content;
  const { areas, added } = finance;
  return section('Ekonomi', {
    facts: factsOf(finance, { period, kind }),
    lead: partLines({ feeFinanced: finance.feeFinanced, added: added.slice(0, MOST_ADDED) }).map(({ text }) => text),
    details: [list(areas.toSorted(byDeviation).map((area) => areaItem(area, { period, kind })))],
    toggle: areas.length === 1 ? 'Visa verksamheten' : `Visa verksamheterna (${areas.length})`,
  });
}

/** At year-end the forecast is the outcome, and not said twice. */
function factsOf(
  figures: FinanceFigures,
  { period, kind }: Pick<CommitteeReportContent, 'period' | 'kind'>,
): readonly Fact[] {
  const facts = financeFacts(figures, period);
  const isOver = kind === 'annual' && figures.outcomeKr !== undefined && figures.outcomeKr === figures.forecastKr;
  return isOver ? facts.slice(0, 1) : facts;
}

function areaItem(area: AreaContent, of: Pick<CommitteeReportContent, 'period' | 'kind'>): Item {
  const { name, feeFinanced, spreadEvenly } = area;
  const whole = forCard(shortened(feeFinanced ? withoutFeeWord(name) : name, LONGEST_NAME));
  const kind = feeFinanced ? ' (avgiftsfinansierat)' : '';
  const facts = factsOf(area, of).map(({ title, value }) => `${title} ${value}`);
  const evenly = spreadEvenly ? ' Budgeten är jämnt fördelad över året.' : '';
  return named(`${whole}${kind}: ${deviationText(area)}`, `${facts.join('. ')}.${evenly}`, ...reasons(area));
}

/** Why a figure is missing, as the reporter wrote it; that it is missing stands where the figure would. */
function reasons({ outcomeMissing, forecastMissing }: AreaContent): string[] {
  const all = [outcomeMissing, forecastMissing].flatMap((why) => givenReason(why) ?? []);
  return [...new Set(all)].map((why) => `”${forCard(shortened(why, LONGEST_REASON))}”`);
}

/** What was forecast at each follow-up of the year: how the picture has changed. */
export function historySection({ finance: { history } }: CommitteeReportContent): Section {
  return section('Prognosen under året', { facts: history.map(pointFact) });
}

function pointFact({ period, forecastKr, deviationKr }: ForecastPoint): Fact {
  const month = periodText(period).replace(/ \d{4}$/, '');
  if (deviationKr === undefined || forecastKr === undefined) return { title: upperFirst(month), value: 'saknas' };
  return { title: upperFirst(month), value: `${deviationInWords(deviationKr)} (prognos ${millions(forecastKr)})` };
}
