import { judgementInUse } from '../../../domain/assess-indicator.ts';
import type { GoalContent, IndicatorContent } from '../../../domain/report-content.ts';
import type { ReportToWrite } from '../../../ports.ts';
import { judgementText, trendText, verdictText } from '../../../words/assessment-text.ts';
import { gradeProposalText } from '../../../words/grade-text.ts';
import { swedishTarget, swedishValue } from '../../../words/indicator-text.ts';
import { MISSING } from '../blocks.ts';
import { labelOf } from '../goal-blocks.ts';
import { writtenLines, writtenText } from '../written-text.ts';
import { type Committees, type DataCell, type DataSheet, text } from './sheet-columns.ts';

export function goalSheet(report: ReportToWrite, committees: Committees): DataSheet {
  const { gradeScale } = report.content;
  const row = (whose: string, goal: GoalContent): readonly DataCell[] => [
    whose,
    writtenText(goal.number ?? ''),
    writtenText(goal.name),
    goal.graded ? labelOf(goal.graded.gradeId, gradeScale) : 'inte bedömt',
    goal.graded ? writtenLines(goal.graded.motivation) : '',
    gradeProposalText(goal.proposal, gradeScale, writtenText),
    goal.previous ? labelOf(goal.previous.gradeId, gradeScale) : '',
    goal.previous?.period ?? '',
  ];
  const council =
    report.scope === 'committee' ? [] : report.content.councilGoals.map((goal) => row('Kommunfullmäktige', goal));
  return {
    name: 'Mål',
    columns: [
      ...[text('Vems mål', 30), text('Nummer', 10), text('Mål', 50), text('Bedömning', 22), text('Motivering', 60)],
      ...[text('Beräknat förslag', 50), text('Föregående bedömning', 22), text('Föregående period', 16)],
    ],
    rows: [
      ...council,
      ...committees.flatMap(({ committeeName, goals }) => goals.map((goal) => row(writtenText(committeeName), goal))),
    ],
  };
}

export function indicatorSheet(report: ReportToWrite, committees: Committees): DataSheet {
  const municipal =
    report.scope === 'committee' ? [] : report.content.indicators.map((one) => indicatorRow('Kommunen', one));
  const rows = committees.flatMap(({ committeeName, indicators }) =>
    indicators.map((one) => indicatorRow(writtenText(committeeName), one)),
  );
  return {
    name: 'Indikatorer',
    columns: [
      ...[text('Nämnd', 36), text('Id', 18), text('Indikator', 50), text('Avser', 14), text('Enhet', 18)],
      ...[
        { heading: 'Senaste värde', kind: 'number', width: 15 } as const,
        text('Värdets period', 14),
        text('Målvärde', 22),
      ],
      ...[text('Mot målet', 18), text('Varför', 60), text('Utveckling', 50), text('Svarade den här gången', 24)],
    ],
    rows: [...municipal, ...rows],
  };
}

function indicatorRow(whose: string, indicator: IndicatorContent): readonly DataCell[] {
  const { indicatorId, name, unit, scope, assessment, target, valueKind, said, asked } = indicator;
  const judgement = judgementInUse(assessment);
  const { value, trend } = assessment;
  const goal = target ?? ('target' in judgement.reason ? judgement.reason.target : undefined);
  return [
    ...[
      whose,
      indicatorId,
      writtenText(name),
      scope === 'municipality' || whose === 'Kommunen' ? 'hela kommunen' : 'nämnden',
      writtenText(unit),
    ],
    value === undefined ? MISSING : valueKind === 'number' ? value.value : swedishValue(value.value, valueKind),
    value?.period ?? '',
    goal ? writtenText(swedishTarget(goal)) : '',
    verdictText(judgement.verdict),
    judgementText(judgement, unit, writtenText),
    trendText(trend, writtenText),
    said ? saidText(indicator) : asked ? 'inget svar' : 'inte efterfrågad',
  ];
}

function saidText({ said, valueKind, unit }: IndicatorContent): string {
  if (said === undefined) return '';
  if (said.kind !== 'value') return SAID[said.kind];
  const value = swedishValue(said.value, valueKind);
  return valueKind === 'number' ? `${value} ${writtenText(unit)}` : value;
}

const SAID = {
  'no-new-value': 'inget nytt värde',
  'not-applicable': 'ej tillämpligt',
  'too-few': 'för litet underlag',
} as const;
