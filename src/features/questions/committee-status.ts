import type { StoredAnswer } from '../../domain/answer.ts';
import { type Break, breaks, breaksOf } from '../../domain/breaks.ts';
import { holdersOf } from '../../domain/holders.ts';
import { yearOf } from '../../domain/period.ts';
import { type Committee, type FollowUp, findCommittee, type Plan } from '../../domain/plan.ts';
import { type CommitteeSummary, summariseCommittee } from '../../domain/summarise.ts';
import type { Ports } from '../../ports.ts';
import { findOpenFollowUp } from '../prompting/find-open-follow-up.ts';

/** The newest that a committee has reported, and whether the open month is still missing. */
export interface CommitteeStatus {
  readonly committee: Committee;
  readonly open: FollowUp;
  /** None: nothing has been reported this year. Another committee's when this one has taken over and not reported yet. */
  readonly latest: CommitteeSummary | undefined;
  /** Why the newest can't be held against the open month. */
  readonly breaks: readonly Break[];
  readonly example: boolean;
}

type StatusPorts = Pick<Ports, 'plans' | 'answers' | 'workingDays' | 'clock'>;

/** None when no follow-up has opened yet. */
export async function committeeStatus(ports: StatusPorts, asked: Committee): Promise<CommitteeStatus | undefined> {
  const found = await findOpenFollowUp(ports);
  if (!found) return undefined;
  const { plan, document, followUp: open } = found;
  const committee = findCommittee(plan, asked.id) ?? asked;
  const newest = await findNewest(ports, plan, committee, open);
  const then = newest && (await ports.plans.forMonth(newest.period));
  const reporter = newest && then && findCommittee(then.plan, newest.committeeId);
  const latest = reporter && summariseCommittee(then.plan, reporter, newest.period, newest);
  const between =
    then && newest ? breaks({ document: then.document, month: newest.period }, { document, month: open.period }) : [];
  const example = plan.businessAreas.some((area) => area.committeeId === committee.id && area.example);
  return {
    committee,
    open,
    latest,
    breaks: breaksOf(between, committee.id),
    example: example || newest?.example === true,
  };
}

/** The committee's own newest answer of the year; before its first one, that of the committee that it has taken over from. */
async function findNewest(
  { answers }: Pick<Ports, 'answers'>,
  plan: Plan,
  committee: Committee,
  open: FollowUp,
): Promise<StoredAnswer | undefined> {
  for (const { id, until } of holdersOf(plan, committee)) {
    const year = await answers.findYear(id, yearOf(open.period));
    const current = await answers.find(id, open.period);
    const [newest] = [...year.filter(({ period }) => period < open.period), ...(current ? [current] : [])]
      .filter(({ period }) => !until || period < until)
      .sort((one, other) => other.period.localeCompare(one.period));
    if (newest) return newest;
  }
  return undefined;
}
