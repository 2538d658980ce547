import { carryOutEffects } from '../features/delivery/carry-out-effects.ts';
import { Deliverer } from '../features/delivery/deliver-round.ts';
import { findOpenFollowUp } from '../features/prompting/find-open-follow-up.ts';
import { planRound } from '../features/prompting/plan-round.ts';
import { carryOutDecisions } from '../features/reporting/carry-out-decision.ts';
import { keepReports } from '../features/reporting/keep-reports.ts';
import { postSummary } from '../features/reporting/post-summary.ts';
import type { Ports } from '../ports.ts';
import { Lane, type Why } from './lane.ts';
import { Lease } from './lease.ts';
import { OrderIntake } from './order-intake.ts';

/** The rounds' own motor: everything that is due and not done, once a tick and after everything that may change it. */
export interface Jobs {
  /** Something happened: run soon, once, however often it is called. An answer makes nothing due: only what it leads to is done. */
  nudge(what?: 'answers'): void;
  /** Lets what is under way end and starts nothing new. */
  stop(): Promise<void>;
}

/** What another instance has planned is looked for so often. */
const POLL_SECONDS = 5;

/**
 * Three lanes: what is to be sent in a round, what stored answers lead to, and what is kept of reports. A message that Teams is slow to
 * take keeps no receipt waiting, nor does a report that takes its time to be put together.
 */
export function startJobs(ports: Ports, tickSeconds: number): Jobs {
  const intake = new OrderIntake(ports, new Deliverer(ports));
  const lease = new Lease(ports);
  const rounds = new Lane(tickSeconds, (why) => runRound(ports, { intake, lease }, why));
  const answers = new Lane(tickSeconds, () => showAnswers(ports));
  const reports = new Lane(tickSeconds, (why) => runReports(ports, lease, why));
  const poll = setInterval(() => void intake.take(), POLL_SECONDS * 1000);
  return {
    nudge(what): void {
      answers.nudge();
      if (what === 'answers') return;
      rounds.nudge();
      reports.nudge();
    },
    async stop(): Promise<void> {
      clearInterval(poll);
      await Promise.all([rounds.stop().then(() => intake.ended()), answers.stop(), reports.stop()]);
      await lease.giveBack();
    },
  };
}

interface RoundParts {
  readonly intake: OrderIntake;
  readonly lease: Lease;
}

async function runRound(ports: Ports, { intake, lease }: RoundParts, why: Why): Promise<void> {
  const { crew, work, limits, instance, clock } = ports;
  if (why !== 'nudge')
    await attempt(ports, 'crew', async () => limits.shareWith(await crew.present(instance, clock.now())));
  // One question when there is nothing to do, and done once whoever does it: no lease is needed.
  await attempt(ports, 'decisions', () => carryOutDecisions(ports));
  await attempt(ports, 'plan', async () => {
    // The lease saves the others the work at every tick. What has happened here is seen to here, at once.
    if (!(await lease.take()) && why === 'tick') return;
    if (await crew.halted(clock.now())) return;
    const orders = await planRound(ports);
    if (orders.length === 0) return;
    await work.put(orders);
    await intake.take();
  });
}

async function showAnswers(ports: Ports): Promise<void> {
  await attempt(ports, 'effects', async () => {
    if (!(await ports.crew.halted(ports.clock.now()))) await carryOutEffects(ports);
  });
  await attempt(ports, 'summary', async () => {
    const open = await findOpenFollowUp(ports);
    // A report period's summaries have a lane of their own; what an answer changes in them is its effect.
    if (open?.followUp.kind === 'month') await postSummary(ports, open.followUp.period);
  });
}

async function runReports(ports: Ports, lease: Lease, why: Why): Promise<void> {
  await attempt(ports, 'reports', async () => {
    if (!(await lease.take()) && why === 'tick') return;
    if (!(await ports.crew.halted(ports.clock.now()))) await keepReports(ports);
  });
}

/** What fails is logged once and tried again at the next run; a tick that never comes is made up for by the next. */
async function attempt(ports: Ports, stage: string, act: () => Promise<void>): Promise<void> {
  if (ports.stopping.aborted) return;
  try {
    await act();
  } catch (error) {
    ports.log.error({ err: error, event: 'job', stage }, 'round failed');
  }
}
