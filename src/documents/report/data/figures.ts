import { judgementInUse } from '../../../domain/assess-indicator.ts';
import type { IndicatorValue } from '../../../domain/indicator.ts';
import type { Grade } from '../../../domain/plan-document.ts';
import type {
  AreaContent,
  CommitteeReportContent,
  FinanceFigures,
  ForecastPoint,
  GoalContent,
  IndicatorContent,
  InvestmentContent,
  MunicipalReportContent,
  WorkContent,
} from '../../../domain/report-content.ts';
import type { ReportToWrite } from '../../../ports.ts';
import { verdictText } from '../../../words/assessment-text.ts';
import { swedishValue } from '../../../words/indicator-text.ts';
import { workStatusWords } from '../../../words/work-status.ts';
import { labelOf } from '../goal-blocks.ts';
import { writtenText } from '../written-text.ts';

/**
 * One figure of a report, in a long list that any program can filter. Names in Swedish without å, ä and ö, as open data is
 * used in programs. Amounts are whole kronor; what is missing has no `varde` and the status `saknas`, and is never 0.
 */
export interface Figure {
  /** '' for the municipality as a whole. */
  readonly namnd_id: string;
  readonly namnd: string;
  readonly slag: /** A committee's or the municipality's sum; `ekonomi` is of one business area. */
    | 'ekonomi_summa'
    | 'ekonomi'
    | 'prognoshistorik_summa'
    | 'prognoshistorik'
    | 'indikator'
    | 'mal'
    | 'atagande'
    | 'uppdrag'
    | 'atgard'
    | 'investering'
    | 'tillaggsanslag';
  readonly id: string;
  readonly namn: string;
  /** What is measured of it: `budget`, `utfall`, `varde`, `bedomning`. */
  readonly matt: string;
  /** The period that it is of: a month, or a year. */
  readonly avser: string;
  readonly varde?: number;
  /** What is not a number: a grade, a status. */
  readonly text: string;
  readonly enhet: string;
  readonly status: 'rapporterat' | 'beslutat' | 'beraknat' | 'saknas';
}

type Whose = Pick<Figure, 'namnd_id' | 'namnd'>;
const KOMMUNEN: Whose = { namnd_id: '', namnd: 'Kommunen' };

/** All figures of a report, in the report's order. */
export function figuresOf(report: ReportToWrite): readonly Figure[] {
  return report.scope === 'committee' ? committeeFigures(report.content) : municipalFigures(report.content);
}

function municipalFigures(content: MunicipalReportContent): readonly Figure[] {
  const { committeesSum, feeFinanced, committeesSumWithoutFees, councilGoals, indicators, gradeScale, period } =
    content;
  return [
    ...financeFigures(
      KOMMUNEN,
      'ekonomi_summa',
      'summa_namnder',
      'Summa nämndernas driftbudget',
      committeesSum,
      period,
    ),
    ...(feeFinanced
      ? financeFigures(KOMMUNEN, 'ekonomi_summa', 'avgiftsfinansierat', 'varav avgiftsfinansierat', feeFinanced, period)
      : []),
    ...(feeFinanced
      ? financeFigures(
          KOMMUNEN,
          'ekonomi_summa',
          'utan_avgiftsfinansierat',
          'Summa utan avgiftsfinansierat',
          committeesSumWithoutFees,
          period,
        )
      : []),
    ...councilGoals.flatMap((goal) => goalFigures(KOMMUNEN, goal, gradeScale, period)),
    ...indicators.flatMap((indicator) => indicatorFigures(KOMMUNEN, indicator, period)),
    ...content.committees.flatMap(committeeFigures),
  ];
}

function committeeFigures(content: CommitteeReportContent): readonly Figure[] {
  const { committeeId, committeeName, finance, period, indicators, goals, gradeScale, investments, measures } = content;
  const whose: Whose = { namnd_id: committeeId, namnd: writtenText(committeeName) };
  const { feeFinanced, history, added } = finance;
  return [
    ...financeFigures(whose, 'ekonomi_summa', 'namnd', 'Nämndens driftbudget', finance, period),
    ...(feeFinanced
      ? financeFigures(whose, 'ekonomi_summa', 'avgiftsfinansierat', 'varav avgiftsfinansierat', feeFinanced, period)
      : []),
    ...finance.areas.flatMap((area) => areaFigures(whose, area, period)),
    ...history.flatMap((point) => pointFigures(whose, 'prognoshistorik_summa', 'namnd', 'Nämndens driftbudget', point)),
    ...added.map(
      (one, at): Figure => ({
        ...{ ...whose, slag: 'tillaggsanslag', id: `tillaggsanslag_${at + 1}`, namn: writtenText(one.areaName ?? '') },
        ...{
          matt: 'belopp',
          avser: one.from,
          varde: one.amountKr,
          text: writtenText(one.decision),
          enhet: 'kr',
          status: 'beslutat',
        },
      }),
    ),
    ...goals.flatMap((goal) => goalFigures(whose, goal, gradeScale, period)),
    ...indicators.flatMap((indicator) => indicatorFigures(whose, indicator, period)),
    ...[...content.work, ...content.assignments, ...content.agreedMeasures].map((one) =>
      workFigure(whose, one, period),
    ),
    ...measures.map((measure, at) => measureFigure(whose, measure, at, period)),
    ...investments.flatMap((investment) => investmentFigures(whose, investment, period)),
  ];
}

function areaFigures(whose: Whose, area: AreaContent, period: string): readonly Figure[] {
  const name = writtenText(area.name);
  return [
    ...financeFigures(whose, 'ekonomi', area.areaId, name, area, period),
    ...area.history.flatMap((point) => pointFigures(whose, 'prognoshistorik', area.areaId, name, point)),
  ];
}

function financeFigures(
  whose: Whose,
  slag: 'ekonomi' | 'ekonomi_summa',
  id: string,
  namn: string,
  figures: FinanceFigures,
  avser: string,
): readonly Figure[] {
  const about = { ...whose, slag, id, namn, avser } as const;
  return [
    amount({ ...about, matt: 'budget_helar', avser: avser.slice(0, 4) }, figures.budgetKr, 'beslutat'),
    amount({ ...about, matt: 'budget_hittills' }, figures.budgetToDateKr, 'beraknat'),
    amount({ ...about, matt: 'utfall_hittills' }, figures.outcomeKr),
    amount({ ...about, matt: 'prognos_helar', avser: avser.slice(0, 4) }, figures.forecastKr),
    amount({ ...about, matt: 'avvikelse_helar', avser: avser.slice(0, 4) }, figures.deviationKr, 'beraknat'),
  ];
}

/** What was forecast then, for the whole year. */
function pointFigures(
  whose: Whose,
  slag: 'prognoshistorik' | 'prognoshistorik_summa',
  id: string,
  namn: string,
  point: ForecastPoint,
): readonly Figure[] {
  const about = { ...whose, slag, id, namn, avser: point.period } as const;
  return [
    amount({ ...about, matt: 'prognos_helar' }, point.forecastKr),
    amount({ ...about, matt: 'avvikelse_helar' }, point.deviationKr, 'beraknat'),
  ];
}

type About = Omit<Figure, 'varde' | 'text' | 'enhet' | 'status'>;

function amount(about: About, kr: number | undefined, status: Figure['status'] = 'rapporterat'): Figure {
  return kr === undefined
    ? { ...about, text: '', enhet: 'kr', status: 'saknas' }
    : { ...about, varde: kr, text: '', enhet: 'kr', status };
}

function indicatorFigures(whose: Whose, indicator: IndicatorContent, period: string): readonly Figure[] {
  const { indicatorId, name, unit, assessment, scope } = indicator;
  const namn = `${writtenText(name)}${scope === 'municipality' && whose !== KOMMUNEN ? ', hela kommunen' : ''}`;
  const about = {
    ...whose,
    slag: 'indikator',
    id: indicatorId,
    namn,
    avser: assessment.value?.period ?? period,
  } as const;
  const verdict = verdictText(judgementInUse(assessment).verdict);
  return [
    { ...about, matt: 'varde', ...readingOf(assessment.value, indicator), enhet: writtenText(unit) },
    { ...about, matt: 'mot_malet', text: verdict, enhet: '', status: 'beraknat' },
  ];
}

/** A number as it is; a yes or a day as its number and in words. */
function readingOf(
  value: IndicatorValue | undefined,
  { valueKind }: IndicatorContent,
): Pick<Figure, 'varde' | 'text' | 'status'> {
  if (!value) return { text: '', status: 'saknas' };
  const text = valueKind === 'number' ? '' : swedishValue(value.value, valueKind);
  return { varde: value.value, text, status: 'rapporterat' };
}

function goalFigures(whose: Whose, goal: GoalContent, scale: readonly Grade[], avser: string): readonly Figure[] {
  const { goalId, name, graded, proposal } = goal;
  const about = { ...whose, slag: 'mal', id: goalId, namn: writtenText(name), avser, enhet: '' } as const;
  return [
    graded
      ? { ...about, matt: 'bedomning', text: labelOf(graded.gradeId, scale), status: 'rapporterat' }
      : { ...about, matt: 'bedomning', text: '', status: 'saknas' },
    ...(proposal.gradeId === undefined
      ? []
      : [{ ...about, matt: 'beraknat_forslag', text: labelOf(proposal.gradeId, scale), status: 'beraknat' } as const]),
  ];
}

const KINDS = { commitment: 'atagande', activity: 'atagande', assignment: 'uppdrag', measure: 'atgard' } as const;

function workFigure(whose: Whose, { id, kind, name, status }: WorkContent, avser: string): Figure {
  const about = { ...whose, slag: KINDS[kind], id, namn: writtenText(name), avser };
  return { ...about, matt: 'status', text: workStatusWords[status], enhet: '', status: 'rapporterat' };
}

function measureFigure(
  whose: Whose,
  { text, effectKr }: CommitteeReportContent['measures'][number],
  at: number,
  period: string,
): Figure {
  const about = {
    ...whose,
    slag: 'atgard',
    id: `atgard_${at + 1}`,
    namn: writtenText(text),
    avser: period.slice(0, 4),
  } as const;
  return amount({ ...about, matt: 'vantad_effekt' }, effectKr);
}

function investmentFigures(whose: Whose, investment: InvestmentContent, period: string): readonly Figure[] {
  const { project, budgetKr, outcomeKr, forecastKr, deviationKr } = investment;
  const about = { ...whose, slag: 'investering', id: writtenText(project), namn: writtenText(project) } as const;
  const avser = investment.period ?? period;
  return [
    amount({ ...about, avser, matt: 'budget_projekt' }, budgetKr, 'beslutat'),
    amount({ ...about, avser, matt: 'utfall_projekt' }, outcomeKr),
    amount({ ...about, avser, matt: 'prognos_projekt' }, forecastKr),
    amount({ ...about, avser, matt: 'avvikelse_projekt' }, deviationKr, 'beraknat'),
  ];
}
