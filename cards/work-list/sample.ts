import type { WorkItem } from '../../src/domain/work-item.ts';
import type { CardContext } from '../define-card.ts';
import {
  builders,
  care,
  sampleContext as context,
  culture,
  samplePromptId,
  schoolStored,
  schools,
} from '../sample-facts.ts';
import type { WorkListCard } from './card.ts';

type Facts = WorkListCard & { readonly context: CardContext };

const form = { dueOn: '2026-11-13', promptId: samplePromptId, revision: 0 };
const usual: Facts = { period: '2026-10', today: '2026-11-11', items: [], context };
const installLink = 'https://teams.microsoft.com/l/app/b7d5a1f0-6a3f-4e55-9d1c-000000000001';

const reminder = about(schools, 'reminder', form);
const late = about(schools, 'late', {
  asked: ['rapportor.bun@styrmodell.example', 'ersattare.bun@styrmodell.example'],
});
const unreachable = about(care, 'unreachable', {
  tried: [
    { upn: 'rapportor.sn@styrmodell.example', reason: 'NOT_INSTALLED' },
    { upn: 'ersattare.sn@styrmodell.example', reason: 'AWAY', until: '2026-11-20' },
    { upn: 'ersattare2.sn@styrmodell.example', reason: 'ConversationBlockedByUser' },
  ],
});

/** What a round says beside the forms themselves. */
export const workListSamples: Readonly<Record<string, Facts>> = {
  reminder: { ...usual, items: [reminder] },
  'the last day': { ...usual, today: '2026-11-13', items: [reminder] },
  'reminder after the due day': { ...usual, today: '2026-11-17', items: [reminder] },
  'forms of several committees': {
    ...usual,
    today: '2026-11-04',
    items: [
      about(schools, 'prompt', form),
      about(culture, 'prompt', { ...form, insteadOf: 'rapportor.kfn@styrmodell.example' }),
      about(care, 'reminder', { ...form, stored: { ...schoolStored, receiptNumber: 'SN-2026-10-1' } }),
    ],
  },
  'a form that did not fit': { ...usual, today: '2026-11-04', items: [about(schools, 'too-large', form)] },
  'to an approver': { ...usual, today: '2026-11-19', items: [late] },
  'to a controller': {
    ...usual,
    today: '2026-11-04',
    items: [unreachable, about(builders, 'unreachable', { tried: [] })],
    installLink,
  },
  'of everything': {
    ...usual,
    today: '2026-11-19',
    items: [reminder, { ...late, committeeId: 'KFN', committeeName: culture.name }, unreachable],
    replacesEarlier: true,
    installLink,
  },
  'when all is answered': {
    ...usual,
    items: [
      { ...reminder, stored: schoolStored },
      { ...late, stored: { ...schoolStored, revision: 2, receiptNumber: 'BUN-2026-10-2' } },
    ],
  },
  'in a rehearsal': { ...usual, items: [reminder], rehearsalFor: 'rapportor.bun@styrmodell.example' },
  'more than a card holds': {
    ...usual,
    items: Array.from({ length: 14 }, (_, at) => ({
      ...{ ...unreachable, ...form, kind: at % 2 === 0 ? 'prompt' : 'unreachable', committeeId: `NAMND${at}` },
      committeeName: `Nämnden för arbetsmarknad, vuxenutbildning och integration ${at}`,
      insteadOf: 'fornamn.efternamn-mellannamn@nynashamn.styrmodell.example',
      tried: Array.from({ length: 8 }, () => ({
        upn: 'fornamn.efternamn-mellannamn@nynashamn.styrmodell.example',
        reason: 'AWAY',
        until: '2026-11-20',
      })),
    })),
    installLink,
  },
};

function about(
  { id, name }: { readonly id: string; readonly name: string },
  kind: WorkItem['kind'],
  more: Partial<WorkItem>,
): WorkItem {
  return { kind, committeeId: id, committeeName: name, dueOn: '2026-11-13', ...more };
}
