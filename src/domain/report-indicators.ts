import type { IndicatorReport, StoredAnswer } from './answer.ts';
import { assessIndicator } from './assess-indicator.ts';
import { indicatorsDue, scopesOf } from './follow-up.ts';
import { type Indicator, type IndicatorScope, soleCommittees, valueKind } from './indicator.ts';
import { withReported } from './indicator-series.ts';
import { yearOf } from './period.ts';
import type { Committee, FollowUp, Plan } from './plan.ts';
import type { PlanDocument } from './plan-document.ts';
import type { CommitteeReportContent, IndicatorContent } from './report-content.ts';
import { reportedValues } from './reported-values.ts';

/** What indicators are assessed from. */
export interface IndicatorFacts {
  readonly plan: Plan;
  readonly document: PlanDocument;
  readonly followUp: FollowUp;
  /** Up to the period, each in its newest revision. */
  readonly answers: readonly StoredAnswer[];
}

/** What the committee answers for, in the plan's order, whether it is asked for this time or not. */
export function committeeIndicators(
  facts: IndicatorFacts,
  committee: Committee,
  stored: StoredAnswer | undefined,
): readonly IndicatorContent[] {
  const { plan, followUp } = facts;
  const asked = new Set(
    indicatorsDue(plan, committee.id, followUp).map(({ indicator, scope }) => keyOf(indicator.id, scope)),
  );
  const said = new Map(
    stored?.answer.indicators.map(({ indicatorId, scope, report }) => [keyOf(indicatorId, scope), report]),
  );
  const assess = assessor(facts);
  return plan.indicators.flatMap((indicator) =>
    scopesOf(indicator, committee.id).map((scope) => {
      const key = keyOf(indicator.id, scope);
      return assess(indicator, scope, {
        ...(scope === 'committee' ? { committeeId: committee.id } : {}),
        ...{ asked: asked.has(key), said: said.get(key) },
      });
    }),
  );
}

/** All of the plan's as they stand for the municipality, with what the one who answers for the total has said. */
export function municipalIndicators(
  facts: IndicatorFacts,
  committees: readonly CommitteeReportContent[],
): readonly IndicatorContent[] {
  const byCommittee = new Map(
    committees.flatMap(({ committeeId, indicators }) =>
      indicators.map((one) => [`${committeeId}|${keyOf(one.indicatorId, one.scope)}`, one]),
    ),
  );
  const assess = assessor(facts);
  return facts.plan.indicators.map((indicator) => {
    const { id, totalReportedBy = '' } = indicator;
    const reporters = [
      `${totalReportedBy}|${keyOf(id, 'municipality')}`,
      ...soleCommittees(indicator).map((sole) => `${sole}|${keyOf(id, 'committee')}`),
    ];
    const total = reporters.map((key) => byCommittee.get(key)).find((one) => one !== undefined);
    return assess(indicator, 'municipality', { asked: total?.asked ?? false, said: total?.said });
  });
}

interface Question {
  /** None asks for the municipality's. */
  readonly committeeId?: string;
  readonly asked: boolean;
  readonly said: IndicatorReport | undefined;
}

function assessor({ document, followUp: { period }, answers }: IndicatorFacts) {
  const reported = reportedValues(document, answers);
  const examples = new Set(document.indicators.flatMap(({ id, example }) => (example ? [id] : [])));
  return (indicator: Indicator, scope: IndicatorScope, { committeeId, asked, said }: Question): IndicatorContent => {
    const { id, name, unit, goalId } = indicator;
    const values = withReported(indicator, reported.get(id) ?? []);
    const assessment = assessIndicator(indicator, {
      ...{ period, values },
      ...(committeeId === undefined ? {} : { committeeId }),
    });
    const step = indicator.yearlyTargets?.find(({ year }) => year === yearOf(period));
    const target = step?.target ?? indicator.target;
    return {
      ...{ indicatorId: id, name, unit, scope },
      ...(goalId === undefined ? {} : { goalId }),
      assessment,
      ...(target && { target }),
      valueKind: valueKind(indicator),
      ...(said && { said }),
      asked,
      example: examples.has(id) || assessment.value?.example === true,
    };
  };
}

function keyOf(indicatorId: string, scope: IndicatorScope = 'committee'): string {
  return `${scope}|${indicatorId}`;
}
