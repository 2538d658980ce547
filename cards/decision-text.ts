import type { CouncilDecision } from '../src/domain/report-record.ts';
import type { DecisionNamed } from '../src/domain/report-word.ts';
import { swedishDate } from '../src/words/swedish.ts';
import { forCard } from './peoples-words.ts';

/** Signs of a seal that are shown: enough to compare with a document. */
const SEAL_SHOWN = 16;

export function shortSeal(seal: string): string {
  return seal.slice(0, SEAL_SHOWN);
}

/** The council's decision by its day and paragraph: "21 oktober 2026, KF § 112 (KS/2026:188)". */
export function decisionText({ date, paragraph, registrationNumber }: DecisionNamed): string {
  const number = registrationNumber === '' ? '' : ` (${forCard(registrationNumber)})`;
  // The sign stays on the number's line.
  return `${swedishDate(date)}, ${forCard(paragraph).replace(/§ (?=\d)/gu, '§\u00a0')}${number}`;
}

/** The same with what it was: "Godkänd av fullmäktige 28 oktober 2026, KF § 88 (KS 2026/123)". */
export function outcomeText(decision: DecisionNamed & Pick<CouncilDecision, 'outcome'>): string {
  const what = decision.outcome === 'approved' ? 'Godkänd' : 'Återsänd';
  return `${what} av fullmäktige ${decisionText(decision)}`;
}
