import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { CommitteeReportContent, MunicipalReportContent } from '../../domain/report-content.ts';

/** Contents are never changed, and the municipality's rests on its committees': each is fingerprinted once. */
const known = new WeakMap<object, string>();

/**
 * A report's fingerprint, SHA-256 as hex: another as soon as anything that it says is another. Of a committee's, its figures, budgets,
 * grades and texts, and which revision of the answer they are from; not where it stands. Of the municipality's, its committees'
 * contents and where each stands, grades, texts, review and measures; not what compiling and deciding add: the registration
 * number and the council's decisions.
 */
export function markOf(content: CommitteeReportContent | MunicipalReportContent): string {
  const mark = known.get(content) ?? hash('committees' in content ? ofMunicipality(content) : content);
  known.set(content, mark);
  return mark;
}

function ofMunicipality({ registrationNumber: _, decisions: __, committees, ...rest }: MunicipalReportContent): object {
  return { ...rest, committees: committees.map(markOf) };
}

function hash(content: object): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
