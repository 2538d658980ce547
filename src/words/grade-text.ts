import type { Grade } from '../domain/plan-document.ts';
import type { GradeProposal, GradeReason } from '../domain/propose-grade.ts';
import type { Outlet } from './outlet.ts';
import { lowerFirst } from './sentence-parts.ts';

/** A proposed grade and what was counted for it: people decide, with this in sight. */
export function gradeProposalText({ gradeId, reason }: GradeProposal, scale: readonly Grade[], shown: Outlet): string {
  const label = gradeLabel(gradeId, scale);
  const proposal = label === undefined ? 'Inget förslag.' : `Förslag: ${shown(label)}.`;
  return `${proposal} ${reasonText(reason)}`;
}

/** The same in a form where it has been chosen beforehand: "Beräknat förslag: I hög grad uppfyllt – 3 av 4 indikatorer når målet." */
export function computedProposalText(
  { gradeId, reason }: GradeProposal,
  scale: readonly Grade[],
  shown: Outlet,
): string {
  const label = gradeLabel(gradeId, scale);
  return label === undefined
    ? `Inget förslag kan beräknas. ${reasonText(reason)}`
    : `Beräknat förslag: ${shown(label)} – ${lowerFirst(reasonText(reason))}`;
}

/** A grade in the plan's own words; none when the scale has no such grade. */
export function gradeLabel(gradeId: string | undefined, scale: readonly Grade[]): string | undefined {
  return scale.find(({ id }) => id === gradeId)?.label;
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
