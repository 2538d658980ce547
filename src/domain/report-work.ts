import type { StoredAnswer } from './answer.ts';
import { holdersOf } from './holders.ts';
import { askMeasure, measuresOf } from './measure-questions.ts';
import type { Month } from './period.ts';
import type { Committee, FollowUp, Plan } from './plan.ts';
import type { PlanDocument } from './plan-document.ts';
import type { CommitteeReportContent, WorkContent } from './report-content.ts';
import { askWork, type ReportBasis } from './report-questions.ts';
import type { AgreedMeasure } from './report-record.ts';
import { isOver, lastStatus, type WorkAsked } from './work-asked.ts';

/** Commitments with their activities, and assignments: as last reported, also in a month that doesn't ask for it. */
export function committeeWork(basis: ReportBasis): Pick<CommitteeReportContent, 'work' | 'assignments'> {
  const asked = askWork({ ...basis, followUp: { ...basis.followUp, asks: ['activities'] } });
  const owners = ownersIn(basis.document);
  const content = asked.map((one) => toContent(one, owners.get(one.id)));
  return {
    work: content.filter(({ kind }) => kind === 'commitment' || kind === 'activity'),
    assignments: content.filter(({ kind }) => kind === 'assignment'),
  };
}

/** What the state of a committee's measures is read from. */
export interface MeasureFacts {
  readonly plan: Plan;
  readonly committee: Committee;
  readonly followUp: FollowUp;
  /** Up to the period, this period's too; as far back as the measures go. */
  readonly answers: readonly StoredAnswer[];
  /** Of all committees and periods. */
  readonly agreed: readonly AgreedMeasure[];
}

/** What has been agreed for earlier periods and is not over, or has come to its end since the report before. */
export function agreedMeasures({ plan, committee, followUp, agreed, answers }: MeasureFacts): readonly WorkContent[] {
  const { period } = followUp;
  const before = reportBefore(plan, period);
  return measuresOf(agreed, holdersOf(plan, committee), period).flatMap((measure) => {
    const reported = lastStatus(measure.id, answers);
    const wasOver = reported && isOver(reported.status) && before !== undefined && reported.period <= before;
    return wasOver ? [] : [measureContent(measure, period, reported)];
  });
}

/** A measure as it stands on the period's last day. */
export function measureContent(
  measure: AgreedMeasure,
  period: Month,
  reported?: ReturnType<typeof lastStatus>,
): WorkContent {
  const { owner, effectKr } = measure;
  return {
    ...toContent(askMeasure(measure, period, reported), owner),
    ...(effectKr === undefined ? {} : { effectKr }),
  };
}

function reportBefore({ followUps }: Plan, period: Month): Month | undefined {
  const reports = followUps.filter((one) => one.kind !== 'month' && one.period < period).map((one) => one.period);
  return reports.toSorted().at(-1);
}

function toContent(
  { id, kind, name, status, startsOn, endsOn, lateness, source }: WorkAsked,
  owner: string | undefined,
): WorkContent {
  return {
    ...{ id, kind, name, status },
    ...(startsOn === undefined ? {} : { startsOn }),
    ...(endsOn === undefined ? {} : { endsOn }),
    lateness,
    ...(owner === undefined || owner === '' ? {} : { owner }),
    ...(source === undefined ? {} : { source }),
  };
}

function ownersIn({ commitments }: PlanDocument): ReadonlyMap<string, string | undefined> {
  const work = commitments.flatMap((commitment) => [commitment, ...commitment.activities]);
  return new Map(work.map(({ id, owner }) => [id, owner]));
}
