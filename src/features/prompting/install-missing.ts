import { dueItems, type RoundFacts } from '../../domain/due-items.ts';
import type { AppInstaller, Ports } from '../../ports.ts';

const A_DAY_MS = 24 * 60 * 60 * 1_000;
const A_WHILE_MS = 10 * 60 * 1_000;

/** Whom an installer need not be asked about before when, in milliseconds, by UPN. */
const asked = new WeakMap<AppInstaller, Map<string, number>>();

/**
 * Gives the app to those who should be asked and don't have it, once a day each. Nobody waits for it: who has got the app is
 * heard of by itself, as when somebody installs it.
 */
export function installMissing(
  { installer, clock, log }: Pick<Ports, 'installer' | 'clock' | 'log'>,
  facts: RoundFacts,
): void {
  if (!installer) return;
  const notBefore = asked.get(installer) ?? new Map<string, number>();
  asked.set(installer, notBefore);
  const now = clock.now().getTime();
  for (const upn of whoShouldHaveIt(facts)) {
    if ((notBefore.get(upn) ?? now) > now) continue;
    notBefore.set(upn, now + A_DAY_MS);
    installer.install(upn).then(
      (outcome) => {
        if (outcome.kind === 'waiting')
          notBefore.set(upn, now + Math.min(outcome.retryAfterMs ?? A_WHILE_MS, A_DAY_MS));
        const reason = 'reason' in outcome ? { reason: outcome.reason } : {};
        log.info({ event: 'installation', outcome: outcome.kind, ...reason }, 'app given');
      },
      (error: unknown) => log.error({ err: error, event: 'installation' }, 'app not given'),
    );
  }
}

/** Those who would be asked if everybody had the app. */
function whoShouldHaveIt(facts: RoundFacts): ReadonlySet<string> {
  const everybody = { ...facts, unreachable: new Map<string, string>() };
  const wanted = dueItems(everybody).filter(({ kind }) => kind === 'prompt');
  return new Set(wanted.map(({ recipient }) => recipient).filter((upn) => facts.unreachable.has(upn)));
}
