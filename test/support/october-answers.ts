/** What a committee may answer for October 2026 without anyone wondering, by the names of the form's fields. In tkr. */
const answers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  BUN: { outcome_FORSKOLA: '165 900', outcome_GRUNDSKOLA: '369 500', outcome_OVRIGT: '22 150' },
  KS: { outcome_MARK: '13 345', outcome_FASTIGHET: '44 400', outcome_STAB: '163 700' },
  SBN: { outcome_PLAN: '21 400', outcome_GATA: '40 000', outcome_VA: '3 717' },
  SN: { outcome_ALDRE: '262 000', outcome_FUNK: '184 000', outcome_IFO: '111 500' },
};
const indicators: Readonly<Record<string, readonly string[]>> = {
  BUN: ['SJUKFRANVARO'],
  KS: ['HME_SVARSFREKVENS', 'SJUKFRANVARO', 'FRISKNARVARO'],
  SBN: ['SJUKFRANVARO'],
  SN: ['SJUKFRANVARO'],
};

/** Committees that owe October when the example plan is imported. */
export const owing = ['BUN', 'KS', 'SBN', 'SN'] as const;
export type Owing = (typeof owing)[number];

/** The answer with its first outcome moved by `extraKr`, so that every answer can be told from every other. */
export function octoberOf(committee: Owing, extraKr = 0): Record<string, string> {
  const fields = Object.entries(answers[committee] ?? {}).map(([field, text], at) => [
    field,
    at === 0 ? `${kronor(text) + extraKr} kr` : text,
  ]);
  const kinds = (indicators[committee] ?? []).map((id) => [`kind_${id}`, 'no-new-value']);
  return { ...Object.fromEntries(fields), ...Object.fromEntries(kinds), comment: 'Enligt plan.' };
}

/** The first outcome of that answer as it must be stored. */
export function firstOutcomeKr(committee: Owing, extraKr = 0): number {
  return kronor(Object.values(answers[committee] ?? {})[0] ?? '') + extraKr;
}

function kronor(tkr: string): number {
  return Number(tkr.replaceAll(' ', '')) * 1000;
}
