import type { StoredAnswer } from '../../src/domain/answer.ts';
import { summariseCommittee } from '../../src/domain/summarise.ts';
import type { CardContext } from '../define-card.ts';
import * as sample from '../sample-facts.ts';
import type { CommitteeStatusCard } from './card.ts';

type Facts = CommitteeStatusCard & { readonly context: CardContext };

const reported: Facts = {
  committee: sample.schools,
  open: sample.october,
  latest: summariseCommittee(sample.samplePlan, sample.schools, '2026-10', sample.schoolStored),
  breaks: [],
  example: true,
  context: sample.sampleContext,
};
const corrected: StoredAnswer = {
  ...sample.storedAs(sample.schoolAnswer, 'BUN', '2026-10', 2),
  reporter: { oid: 'oid-2', upn: 'kim.karlsson@styrmodell.example', name: 'Kim Karlsson' },
  reportedAt: new Date('2026-12-07T08:12:00Z'),
  correctionReason: 'Interkommunala ersättningar för höstterminen var bokförda på fel år.',
};
const september = sample.storedAs(sample.schoolAnswer, 'BUN', '2026-09', 1);

/** What `status <nämnd>` is answered with. */
export const committeeStatusSamples: Readonly<Record<string, Facts>> = {
  'this month is reported': reported,
  'this month is corrected': {
    ...reported,
    latest: summariseCommittee(sample.samplePlan, sample.schools, '2026-10', corrected),
  },
  'the month before is reported': {
    ...reported,
    latest: summariseCommittee(sample.samplePlan, sample.schools, '2026-09', september),
  },
  'budget and committees changed': {
    ...reported,
    latest: summariseCommittee(sample.changedPlan, sample.schools, '2026-09', september),
    breaks: sample.changes,
  },
  'the committee before has reported': {
    ...reported,
    latest: {
      ...summariseCommittee(sample.samplePlan, sample.schools, '2026-09', september),
      committee: sample.culture,
    },
    breaks: [
      {
        ...{ kind: 'committee-new', name: 'Barn- och utbildningsnämnden', at: '2026-10', committeeIds: ['BUN'] },
        succeeds: 'Kultur- och fritidsnämnden',
      },
    ],
  },
  'nothing is reported': { ...reported, latest: undefined },
};
