import type { ForeseenMessage } from '../../src/domain/foresee.ts';
import type { CardContext } from '../define-card.ts';
import { sampleContext as context } from '../sample-facts.ts';
import type { DryRunCard } from './card.ts';

type Facts = DryRunCard & { readonly context: CardContext };

const opened = formFor('BUN', 'rapportor.bun@styrmodell.example');
const instead: ForeseenMessage = {
  ...formFor('SN', 'ersattare.sn@styrmodell.example'),
  items: [
    {
      ...{ committeeId: 'SN', recipient: 'ersattare.sn@styrmodell.example', kind: 'prompt' },
      why: { code: 'INSTEAD', of: 'rapportor.sn@styrmodell.example', reason: 'AWAY' },
    },
  ],
};
const reminders: ForeseenMessage = {
  ...{ at: '2026-11-13 08:00', recipient: 'rapportor.ks@styrmodell.example', as: 'list' },
  items: ['KS', 'SBN', 'KFN', 'VON'].map((committeeId) => ({
    ...{ committeeId, recipient: 'rapportor.ks@styrmodell.example', kind: 'reminder', variant: '0' },
    why: { code: 'STEP', workingDays: 0 },
  })),
};
const late = 'fornamn.efternamn-mellannamn@nynashamn.styrmodell.example';

/** What a day would bring. */
export const dryRunSamples: Readonly<Record<string, Facts>> = {
  'the opening day': {
    ...{ period: '2026-10', date: '2026-11-04', attempt: 1 },
    run: { period: '2026-10', paused: false, messages: [opened, instead] },
    context,
  },
  'a reminder’s day, paused and rehearsed': {
    ...{ period: '2026-10', date: '2026-11-13', attempt: 2 },
    run: { period: '2026-10', paused: true, rehearsalTo: 'controller@styrmodell.example', messages: [reminders] },
    context,
  },
  'a day without anything': {
    ...{ period: '2026-10', date: '2026-11-06', attempt: 1 },
    run: { period: '2026-10', paused: false, messages: [] },
    context,
  },
  'a day that has been': {
    ...{ period: '2026-10', date: '2026-11-02', attempt: 2, context },
    problem: '2 november 2026 har varit. Välj i dag, 5 november 2026, eller en senare dag.',
  },
  'more than a card holds': {
    ...{ period: '2026-10', date: '2026-11-19', attempt: 1 },
    run: {
      ...{ period: '2026-10', paused: false },
      messages: Array.from({ length: 200 }, () => ({
        ...{ at: '2026-11-19 08:00', recipient: late, as: 'list' as const },
        items: Array.from({ length: 6 }, (_, at) => ({
          ...{ committeeId: `NAMND${at}`, recipient: late, kind: 'prompt' as const },
          why: { code: 'INSTEAD' as const, of: late, reason: 'AWAY' },
        })),
      })),
    },
    context,
  },
};

function formFor(committeeId: string, recipient: string): ForeseenMessage {
  return {
    ...{ at: '2026-11-04 08:00', recipient, as: 'form' },
    items: [{ committeeId, recipient, kind: 'prompt', why: { code: 'OPENED' } }],
  };
}
