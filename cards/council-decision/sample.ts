import type { CardContext } from '../define-card.ts';
import { sampleMark as mark, reportSigned, sampleApproval, sampleReturn, sampleVersion } from '../municipal-samples.ts';
import type { CouncilDecisionCard } from './card.ts';

type Facts = CouncilDecisionCard & { readonly context: CardContext };

const empty: Facts = {
  ...{ view: 'form', content: reportSigned, revision: 8, mark },
  version: { ...sampleVersion, registrationNumber: 'KS 2026/123' },
  ...{ rows: { appropriations: 0, orders: 0 }, typed: {}, attempt: 1, context: {} },
};
const receipt: Facts = {
  ...{ view: 'receipt', content: reportSigned, revision: 9, mark, decision: sampleApproval, context: {} },
};

/** The clerk's form, and what it leads to. */
export const councilDecisionSamples: Readonly<Record<string, Facts>> = {
  empty,
  'with faults': {
    ...{
      ...empty,
      rows: { appropriations: 2, orders: 1 },
      attempt: 2,
      problem: 'Inget är registrerat ännu. Rätta det som är markerat.',
    },
    typed: {
      ...{ date: '32 oktober', paragraph: 'KF § 88', registrationNumber: 'KS 2026/123', outcome: 'approved', why: '' },
      ...{ target_0: 'BUN|FORSKOLA', amount_0: '5 mnkr', validFrom_0: '1/11/2026', target_1: '', amount_1: 'fem' },
      ...{ committee_0: 'BUN', order_0: '', dueOn_0: '2026-12-15' },
    },
    notes: new Map([
      ['date', { text: 'Datumet finns inte. Kontrollera dag och månad.', choices: [] }],
      [
        'validFrom_0',
        {
          text: 'Menar du 1 november 2026 eller 11 januari 2026?',
          choices: [
            { title: '1 november 2026', value: 'use|20261101|x_y' },
            { title: '11 januari 2026', value: 'use|20260111|x_y' },
          ],
        },
      ],
      ['target_1', { text: 'Välj nämnd eller verksamhet ur listan.', choices: [] }],
      ['amount_1', { text: 'Ange ett tal i tkr, till exempel 1 234,5.', choices: [] }],
      ['order_0', { text: 'Skriv vad nämnden ska återkomma med.', choices: [] }],
    ]),
  },
  approved: receipt,
  'sent back': { ...receipt, decision: sampleReturn },
  'registered before': {
    ...receipt,
    problem: 'Fullmäktiges beslut är redan registrerat: 28 oktober 2026, KF § 88.',
  },
};
