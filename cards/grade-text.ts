import type { Grade } from '../src/domain/plan-document.ts';
import type { GradeProposal, GradeReason } from '../src/domain/propose-grade.ts';
import { forCard } from './peoples-words.ts';

/** A proposed grade and what was counted for it: people decide, with this in sight. */
export function gradeProposalText({ gradeId, reason }: GradeProposal, scale: readonly Grade[]): string {
  const label = scale.find(({ id }) => id === gradeId)?.label;
  const proposal = label === undefined ? 'Inget förslag.' : `Förslag: ${forCard(label)}.`;
  return `${proposal} ${reasonText(reason)}`;
}

function reasonText(reason: GradeReason): string {
  if (reason.kind === 'nothing-to-judge-by') return nothingText(reason.missing);
  const { reached, near, behind, missing, activities } = reason;
  const all = reached + near + behind + missing;
  if (all === 0) return `Målet har inga indikatorer som kan bedömas; aktiviteterna avgör: ${activityText(activities)}.`;

  const counts = [
    `${reached} av ${indicators(all)} når målet`,
    ...(near > 0 ? [`${near} är nära`] : []),
    ...(missing > 0 ? [`${missing} saknar resultat`] : []),
  ];
  return `${counts.join(', ')}${missing > 0 ? standInText(activities) : ''}.`;
}

function standInText(activities: Counted['activities']): string {
  return activities ? `; i stället väger aktiviteterna in: ${activityText(activities)}` : ' och räknas inte';
}

type Counted = Extract<GradeReason, { readonly kind: 'counted' }>;

function activityText({ toPlan, counted } = { toPlan: 0, counted: 0 }): string {
  return `${toPlan} av ${counted} är ${toPlan === 1 ? 'klar' : 'klara'} eller enligt plan`;
}

function nothingText(missing: number): string {
  if (missing === 0) return 'Målet har varken indikatorer eller aktiviteter som kan bedömas.';
  return `${indicators(missing)} saknar resultat, och det finns inga aktiviteter som väger in.`;
}

function indicators(count: number): string {
  return count === 1 ? '1 indikator' : `${count} indikatorer`;
}
