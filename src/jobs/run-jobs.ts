import { carryOutEffects } from '../features/delivery/carry-out-effects.ts';
import { deliverPrompts } from '../features/delivery/deliver-prompts.ts';
import { findOpenFollowUp } from '../features/prompting/find-open-follow-up.ts';
import { planPrompts } from '../features/prompting/plan-prompts.ts';
import { postSummary } from '../features/reporting/post-summary.ts';
import type { Ports } from '../ports.ts';

/** The rounds' own motor: everything that is due and not done, once a tick and after everything that may change it. */
export interface Jobs {
  /** Something happened: run soon, once, however often it is called. */
  nudge(): void;
  /** Lets the running round end and starts no new one. */
  stop(): Promise<void>;
}

/** Answers that come close together share one round, and one update of the channel's card. */
const NUDGE_PAUSE_MS = 250;
/** Under load a round gathers up what has come meanwhile; people see their cards change within a few seconds all the same. */
const REST_MS = 1_000;

export function startJobs(ports: Ports, tickSeconds: number): Jobs {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let soon: NodeJS.Timeout | undefined;

  function nudge(): void {
    if (running) again = true;
    else soon ??= setTimeout(run, NUDGE_PAUSE_MS);
  }

  function run(): void {
    clearTimeout(soon);
    soon = undefined;
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = runOnce(ports).finally(() => {
      running = undefined;
      if (again && !stopped) soon ??= setTimeout(run, REST_MS);
      again = false;
    });
  }

  const timer = setInterval(run, tickSeconds * 1000);
  run();
  return {
    nudge,
    async stop(): Promise<void> {
      stopped = true;
      clearInterval(timer);
      clearTimeout(soon);
      await running;
    },
  };
}

/** One round. What fails is logged once and tried again at the next; a tick that never comes is made up for by the next. */
async function runOnce(ports: Ports): Promise<void> {
  const stages = {
    prompts: async (): Promise<void> => deliverPrompts(ports, await planPrompts(ports)),
    effects: (): Promise<void> => carryOutEffects(ports),
    summary: async (): Promise<void> => {
      const open = await findOpenFollowUp(ports);
      if (open) await postSummary(ports, open.followUp.period);
    },
  };
  for (const [stage, run] of Object.entries(stages)) {
    if (ports.stopping.aborted) return;
    try {
      await run();
    } catch (error) {
      ports.log.error({ err: error, event: 'job', stage }, 'round failed');
    }
  }
}
