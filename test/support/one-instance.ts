import { randomUUID } from 'node:crypto';
import { swedishWorkingDays } from '../../src/calendar/swedish-working-days.ts';
import { newId, type Stores } from '../../src/compose-stores.ts';
import { planFiles } from '../../src/documents/plan-files.ts';
import { reportFiles } from '../../src/documents/report-files.ts';
import type { Clock, Ports } from '../../src/ports.ts';
import { Connectors } from '../../src/teams/connector.ts';
import { TeamsMessenger } from '../../src/teams/messenger.ts';

type Own = 'clock' | 'log' | 'messenger' | 'limits' | 'stopping' | 'claimSeconds';

/** One instance of the service as far as rounds go: planning, delivery and messenger over real stores, without its front door. */
export function oneInstance(stores: Stores, own: Pick<Ports, Own>): Ports {
  return {
    ...stores,
    newId,
    checkpoint: () => undefined,
    workingDays: swedishWorkingDays(),
    planFiles,
    reportFiles,
    municipality: '',
    instance: randomUUID(),
    ...own,
  };
}

/** Writes to a connector on this machine, which asks for no token. */
export function localMessenger(clock: Clock, callTimeoutMs?: number): TeamsMessenger {
  const bot = { appId: '', appType: 'SingleTenant', tenantId: '', loginUrl: '', oauthScope: '' } as const;
  return new TeamsMessenger(
    new Connectors(bot, true, callTimeoutMs),
    () => ({}),
    () => true,
    clock,
  );
}
