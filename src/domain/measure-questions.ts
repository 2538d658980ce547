import type { StoredAnswer } from './answer.ts';
import { type Holder, holderAt } from './holders.ts';
import type { Month } from './period.ts';
import type { AgreedMeasure } from './report-record.ts';
import { askStatus, isOver, lastStatus, type WorkAsked } from './work-asked.ts';

/** What joint reviews have agreed that a committee does. */
export interface MeasureBasis {
  /** The committee's own and its predecessor's, agreed for earlier periods. */
  readonly agreed: readonly AgreedMeasure[];
  /** Theirs since then, of any year; none of the asked month or later. */
  readonly answers: readonly StoredAnswer[];
}

/** Those that a committee answers for in a month: agreed for an earlier period with it, or with the committee it has taken over from. */
export function measuresOf(
  agreed: readonly AgreedMeasure[],
  holders: readonly Holder[],
  month: Month,
): readonly AgreedMeasure[] {
  return agreed.filter(
    ({ committeeId, period }) => period < month && holderAt(holders, committeeId, period) !== undefined,
  );
}

/** Asked for in every form until the committee has said that it is done, or cancelled. */
export function askMeasures({ agreed, answers }: MeasureBasis, month: Month): readonly WorkAsked[] {
  return agreed.flatMap((measure) => {
    const reported = lastStatus(measure.id, answers);
    return reported && isOver(reported.status) ? [] : askMeasure(measure, month, reported);
  });
}

/** A measure as it stands on the month's last day; nobody has begun with one that nobody has said anything of. */
export function askMeasure(
  { id, text: name, owner, dueOn: endsOn, period: source }: AgreedMeasure,
  month: Month,
  reported: ReturnType<typeof lastStatus>,
): WorkAsked {
  return askStatus({ id, name, owner, endsOn, source, status: 'notStarted' }, 'measure', month, reported);
}
