import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keepReportSummary } from '../../../src/features/reporting/keep-report-summaries.ts';
import { keepReports } from '../../../src/features/reporting/keep-reports.ts';
import type { KnownConversation, Messenger, Notice } from '../../../src/ports.ts';
import { anotherInstance, type FakePorts } from '../../support/fakes.ts';
import { INTERIM, known, withChannels } from '../../support/report-channels.ts';
import { answers, approver, controller, handedIn, manager } from '../../support/report-period.ts';

/** Every call waits for its turn. */
function inTurns<Port extends object>(port: Port, scheduler: fc.Scheduler): Port {
  return new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return async (...given: unknown[]) => {
        await scheduler.schedule(Promise.resolve(), String(name));
        return member.apply(target, given) as unknown;
      };
    },
  });
}

/** A Teams that takes everything, and notes what stood where, in order. */
class OpenMessenger implements Messenger {
  readonly sent: string[] = [];
  /** BUN's forecast as each place has shown it. */
  readonly shown: { readonly place: string; readonly forecastKr: number }[] = [];

  async send(conversation: KnownConversation, notice: Notice) {
    this.sent.push(`${notice.kind === 'report-word' ? notice.about.word.kind : notice.kind} in ${conversation.id}`);
    this.#note(conversation, notice);
    return { kind: 'sent', activityId: `activity-${this.sent.length}` } as const;
  }
  async update(conversation: KnownConversation, _: string, notice: Notice) {
    this.#note(conversation, notice);
    return { kind: 'sent' } as const;
  }
  async openConversation() {
    return { kind: 'refused', reason: 'unknown' } as const;
  }
  #note({ id: place }: KnownConversation, notice: Notice): void {
    if (notice.kind !== 'report-summary') return;
    const bun = notice.summary.committees.find(({ committeeId }) => committeeId === 'BUN');
    this.shown.push({ place, forecastKr: bun?.forecastKr ?? 0 });
  }
}

describe('Summaries and words that several instances see to at the same time', () => {
  it('come once to each place, and no card goes back to an older picture', () =>
    fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const ports = await withChannels({ now: '2026-09-11T08:00:00+02:00' });
        await known(ports, approver, controller, manager);
        await handedIn(ports);
        const messenger = new OpenMessenger();
        const all = { ...ports, messenger };
        const slow = {
          ...all,
          deliveries: inTurns(ports.deliveries, scheduler),
          reports: inTurns(ports.reports, scheduler),
          messenger: inTurns(messenger, scheduler),
        } as unknown as FakePorts;

        const corrected = async (forecastKr: number): Promise<unknown> => {
          await scheduler.schedule(Promise.resolve(), `a forecast of ${forecastKr}`);
          await answers(ports, 'BUN', { forecastKr });
          return keepReportSummary(slow, INTERIM);
        };
        await scheduler.waitFor(
          Promise.all([
            keepReports(slow),
            keepReports(anotherInstance(slow)),
            corrected(1_300_000).then(() => corrected(1_400_000)),
          ]),
        );
        for (let rest = 0; rest < 3; rest += 1) {
          ports.clock.pass(60);
          await keepReports(all as unknown as FakePorts);
        }

        const places = ['the channel', 'the channel of BUN', `conversation of ${manager.upn}`];
        assert.deepEqual(
          messenger.sent.toSorted(),
          [
            `sign in conversation of ${approver.upn}`,
            ...places.map((place) => `report-summary in ${place}`),
          ].toSorted(),
        );
        for (const place of places) {
          const forecasts = messenger.shown.filter((one) => one.place === place).map(({ forecastKr }) => forecastKr);
          assert.deepEqual(forecasts, forecasts.toSorted(), place);
          assert.equal(forecasts.at(-1), 1_400_000, place);
        }
      }),
      { numRuns: 100 },
    ));
});
