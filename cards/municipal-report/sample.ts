import type { CardContext } from '../define-card.ts';
import {
  sampleMark as mark,
  sampleMeasures as measures,
  reportSigned,
  reportUnderWork,
  reportUntouched,
  sampleApproval,
  sampleReturn,
  sampleVersion,
} from '../municipal-samples.ts';
import type { MunicipalReportCard } from './card.ts';

type Facts = MunicipalReportCard & { readonly context: CardContext };

const nobody = { mark, deeds: [], measures: [], versions: [], correctedSince: false } as const;
const untouched: Facts = {
  ...{ content: reportUntouched, state: 'open', revision: 0, ...nobody },
  deeds: ['write', 'note-review', 'grade', 'hold-review'],
  ...{ today: '2026-09-04', context: {} },
};
const signed: Facts = {
  ...{ ...untouched, content: reportSigned, state: 'reviewed', revision: 7, measures, today: '2026-10-13' },
  deeds: ['write', 'note-review', 'grade', 'compile'],
};
const compiled: Facts = { ...signed, state: 'compiled', revision: 8, versions: [sampleVersion], today: '2026-10-20' };
const approvedVersion = { ...sampleVersion, decision: sampleApproval };
const approved: Facts = { ...compiled, state: 'approved', versions: [approvedVersion], today: '2026-10-29' };

/** The municipality's report from the day it opens to the council's decision. */
export const municipalReportSamples: Readonly<Record<string, Facts>> = {
  'nothing reported yet': untouched,
  'under work, for a manager': { ...untouched, content: reportUnderWork, deeds: [], today: '2026-10-22' },
  'past the statutory day': { ...untouched, content: reportUnderWork, today: '2026-11-03' },
  'all signed': { ...signed, said: 'Genomgången är hållen. Nu kan rapporten sammanställas.' },
  'compiled, for the clerk': { ...compiled, deeds: ['decide'] },
  'sent back': { ...compiled, state: 'sent-back', versions: [{ ...sampleVersion, decision: sampleReturn }] },
  'approved and corrected': { ...approved, correctedSince: true },
  'approved, compiled again': {
    ...{ ...approved, state: 'compiled', deeds: [] },
    versions: [
      approvedVersion,
      {
        ...{ ...sampleVersion, number: 2, compiledAt: '2026-11-04T09:15:00.000Z' },
        reason: 'Socialnämndens prognos är rättad.',
      },
    ],
  },
  'in a channel': { ...approved, deeds: [], open: true },
};
