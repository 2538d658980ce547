import type { RoundLine, RoundOverview } from '../src/domain/round-overview.ts';
import { builders, care, culture, schoolStored, schools } from './sample-facts.ts';

/*
 * A round for the cards' samples. All of it is invented.
 */
export const roundLines: Readonly<Record<'asked' | 'reminded' | 'unclear' | 'lost' | 'waiting' | 'told', RoundLine>> = {
  asked: line('BUN', 'rapportor.bun@styrmodell.example', { at: new Date('2026-11-04T07:00:00Z') }),
  reminded: line('SBN', 'rapportor.sbn@styrmodell.example', {
    ...{ kind: 'reminder', step: '-2', at: new Date('2026-11-11T07:00:04Z') },
  }),
  unclear: line('SBN', 'rapportor.sbn@styrmodell.example', {
    ...{ state: 'ambiguous', reason: 'NO_ANSWER', at: new Date('2026-11-04T07:00:02Z') },
  }),
  lost: line('SN', 'rapportor.sn@styrmodell.example', {
    ...{ state: 'refused', reason: 'ConversationBlockedByUser', at: new Date('2026-11-04T07:00:03Z') },
  }),
  waiting: line('KFN', 'ersattare.kfn@styrmodell.example', {
    ...{ state: 'ready', reason: 'THROTTLED', notBefore: new Date('2026-11-11T08:30:00Z') },
  }),
  told: line('SBN', 'forvaltningschef.sbn@styrmodell.example', {
    ...{ kind: 'late', step: '4', at: new Date('2026-11-19T07:00:00Z') },
  }),
};

export const openRound: RoundOverview = {
  period: '2026-10',
  kind: 'month',
  standing: 'open',
  dates: {
    opensOn: '2026-11-04',
    dueOn: '2026-11-13',
    steps: [
      { kind: 'reminder', workingDays: -2, on: '2026-11-11' },
      { kind: 'reminder', workingDays: 0, on: '2026-11-13' },
      { kind: 'deputy', workingDays: 2, on: '2026-11-17' },
      { kind: 'approver', workingDays: 4, on: '2026-11-19' },
    ],
  },
  locksOn: '2026-12-03',
  paused: false,
  committees: [
    {
      ...committeeOf(schools, [roundLines.asked]),
      answer: {
        ...{ upn: schoolStored.reporter.upn, name: schoolStored.reporter.name },
        ...{ at: schoolStored.reportedAt, revision: 2 },
      },
    },
    committeeOf(builders, [roundLines.unclear, { ...roundLines.asked, committeeId: 'SBN' }, roundLines.reminded]),
    committeeOf(culture, [roundLines.waiting]),
    committeeOf(care, [roundLines.lost]),
  ],
  counts: { committees: 4, answered: 1, sent: 3, waiting: 1, ambiguous: 1, refused: 1 },
  ambiguous: [roundLines.unclear],
  refused: [roundLines.lost],
  unreachable: [
    {
      ...{ committeeId: 'SN', name: care.name },
      tried: [
        { upn: 'rapportor.sn@styrmodell.example', reason: 'ConversationBlockedByUser' },
        { upn: 'ersattare.sn@styrmodell.example', reason: 'AWAY', until: '2026-11-20' },
      ],
    },
  ],
  away: [],
  mustInstall: [{ upn: 'ersattare.bun@styrmodell.example', committeeIds: ['BUN'] }],
  installLink: 'https://teams.microsoft.com/l/app/b7d5a1f0-6a3f-4e55-9d1c-000000000001',
  history: [
    { at: new Date('2026-11-03T13:05:00Z'), by: 'controller@styrmodell.example', what: 'paused' },
    { at: new Date('2026-11-03T13:20:00Z'), by: 'styr', what: 'resumed' },
  ],
};

/** Twenty committees with forty lines each, every line with long names. */
export const largeRound: RoundOverview = {
  ...openRound,
  committees: Array.from({ length: 20 }, (_, at) => ({
    committeeId: `NAMND${at}`,
    name: `Nämnden för arbetsmarknad, vuxenutbildning och integration ${at}`,
    lines: Array.from({ length: 40 }, (_, row) =>
      line(`NAMND${at}`, `fornamn${row}.efternamn-mellannamn@nynashamn.styrmodell.example`, {
        ...(row % 10 === 0 ? { state: 'ambiguous', reason: 'NO_ANSWER' } : {}),
        ...(row % 2 === 0 ? {} : { kind: 'reminder', step: '-2' }),
        at: new Date('2026-11-04T07:00:00Z'),
      }),
    ),
  })),
  unreachable: Array.from({ length: 20 }, (_, at) => ({
    committeeId: `NAMND${at}`,
    name: `Nämnden för arbetsmarknad, vuxenutbildning och integration ${at}`,
    tried: Array.from({ length: 8 }, (_, row) => ({
      ...{
        upn: `fornamn${row}.efternamn-mellannamn@nynashamn.styrmodell.example`,
        reason: 'AWAY',
        until: '2026-11-20',
      },
    })),
  })),
  away: [],
  mustInstall: Array.from({ length: 60 }, (_, row) => ({
    ...{ upn: `fornamn${row}.efternamn-mellannamn@nynashamn.styrmodell.example`, committeeIds: ['NAMND1', 'NAMND2'] },
  })),
};

function line(committeeId: string, recipient: string, more: Partial<RoundLine>): RoundLine {
  return { committeeId, recipient, kind: 'prompt', state: 'sent', replaces: false, ...more };
}

function committeeOf(
  { id, name }: { readonly id: string; readonly name: string },
  lines: readonly RoundLine[],
): RoundOverview['committees'][number] {
  return { committeeId: id, name, lines };
}
