import type { CardContext } from '../define-card.ts';
import { largeRound, openRound } from '../round-samples.ts';
import { sampleContext as context } from '../sample-facts.ts';
import type { RoundCard } from './card.ts';

type Facts = RoundCard & { readonly context: CardContext };

const usual: Facts = { overview: openRound, context };
const calm = { ambiguous: [], refused: [], unreachable: [], away: [], mustInstall: [], history: [] };

/** Where a round is. */
export const roundSamples: Readonly<Record<string, Facts>> = {
  'under way': usual,
  paused: { overview: { ...openRound, ...calm, paused: true }, said: 'Rundan är pausad.', context },
  rehearsed: {
    overview: { ...openRound, ...calm, rehearsal: { number: 1, to: 'controller@styrmodell.example' } },
    context,
  },
  'stopped by Teams': {
    overview: {
      ...openRound,
      ...calm,
      halted: { reason: 'BotDisabledByAdmin', until: new Date('2026-11-05T08:05:00Z') },
    },
    context,
  },
  'with another to start': { overview: { ...openRound, ...calm }, startable: '2026-11', context },
  'to be started': {
    overview: {
      ...openRound,
      ...calm,
      ...{ standing: 'coming', period: '2026-11', locksOn: '2027-01-12' },
      dates: { opensOn: '2026-12-03', dueOn: '2026-12-14', steps: openRound.dates.steps.slice(0, 1) },
      committees: openRound.committees.map(({ committeeId, name }) => ({ committeeId, name, lines: [] })),
      counts: { committees: 4, answered: 0, sent: 0, waiting: 0, ambiguous: 0, refused: 0 },
    },
    startable: '2026-11',
    context,
  },
  over: { overview: { ...openRound, ...calm, standing: 'over' }, context },
  'as large as they come': { overview: largeRound, context },
};
