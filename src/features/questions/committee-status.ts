import { openFollowUp } from '../../domain/follow-up.ts';
import { yearOf } from '../../domain/period.ts';
import type { Committee, FollowUp, Plan } from '../../domain/plan.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import { type CommitteeSummary, summariseCommittee } from '../../domain/summarise.ts';
import type { Ports } from '../../ports.ts';

/** The newest that a committee has reported, and whether the open month is still missing. */
export interface CommitteeStatus {
  readonly committee: Committee;
  readonly open: FollowUp;
  /** None: nothing has been reported this year. */
  readonly latest: CommitteeSummary | undefined;
  readonly example: boolean;
}

/** None when no follow-up has opened yet. */
export async function committeeStatus(
  ports: Pick<Ports, 'answers' | 'workingDays' | 'clock'>,
  plan: Plan,
  committee: Committee,
): Promise<CommitteeStatus | undefined> {
  const open = openFollowUp(plan, ports.workingDays, stockholmDate(ports.clock.now()));
  if (!open) return undefined;
  const year = await ports.answers.findYear(committee.id, yearOf(open.period));
  const current = await ports.answers.find(committee.id, open.period);
  const [newest] = [...year.filter(({ period }) => period < open.period), ...(current ? [current] : [])].sort(
    (one, other) => other.period.localeCompare(one.period),
  );
  const latest = newest && summariseCommittee(plan, committee, newest.period, newest);
  const example = plan.businessAreas.some((area) => area.committeeId === committee.id && area.example);
  return { committee, open, latest, example: example || newest?.example === true };
}
