import type { Grade } from '../../src/domain/plan-document.ts';
import type { GoalContent, MunicipalReportContent } from '../../src/domain/report-content.ts';
import { LONGEST_MOTIVATION } from '../../src/domain/report-limits.ts';
import { computedProposalText, gradeLabel } from '../../src/words/grade-text.ts';
import { shortInterval } from '../../src/words/period-text.ts';
import { reportTitle } from '../../src/words/report-words.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { choiceBlock, type FieldBlock, paragraphBlock } from '../field-block.ts';
import { shortened } from '../file-texts.ts';
import { type FieldNotes, FormFields, type Typed } from '../form-parts.ts';
import { municipalAction } from '../municipal-actions.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import { saidBanners } from '../said-banners.ts';
import { gradeOf, motivationOf } from './fields.ts';
import { goalPages } from './read-goals.ts';
import template from './template.json' with { type: 'json' };

export interface CouncilGoalsCard {
  readonly content: MunicipalReportContent;
  readonly revision: number;
  readonly mark: string;
  /** The page that is shown, 0 for the first. */
  readonly page: number;
  /** Typed and not stored, by field name. */
  readonly typed: Typed;
  readonly notes?: FieldNotes;
  /** How many times it has been shown before: each time its fields need new ids. */
  readonly attempt: number;
  readonly said?: string;
  readonly problem?: string;
  /** Somebody else has changed the report meanwhile: what is stored stands under the fields. */
  readonly conflict?: boolean;
}

const LONGEST_STORED = 300;

/** The executive board grades the council's goals, with the computed proposal beside. Verbs: saveGrades, showMunicipalReport. */
export const councilGoalsCard = defineCard<CouncilGoalsCard & { readonly context: CardContext }>(template, (facts) => {
  const { content, context } = facts;
  const { councilGoals: goals, kind, period } = content;
  const graded = goals.filter((goal) => goal.graded !== undefined).length;
  const pages = goalPages(goals);
  const at = Math.min(facts.page, pages.length - 1);
  return {
    title: 'Bedöm fullmäktiges mål',
    subtitle: reportTitle(kind, period),
    banners: saidBanners(facts),
    pageText: `Sida ${at + 1} av ${pages.length}`,
    gradedText: `${graded} av ${goals.length} mål och delmål är bedömda.`,
    lead:
      goals.length === 0
        ? 'Planen har inga mål från fullmäktige.'
        : `${kind === 'annual' ? 'Nåddes målen?' : 'Bedöms målen nås?'} Välj grad och motivera. Förslagen är beräknade; kommunstyrelsen bedömer. Ett mål som du lämnar tomt kan bedömas senare.`,
    goals: (pages[at] ?? []).map((goal) => presentGoal(facts, goal)),
    notices: noticesOf(content.example, context),
    actions: actionsOf(facts, at, pages.length),
  };
});

function presentGoal(facts: CouncilGoalsCard, goal: GoalContent): object {
  const { content } = facts;
  const scale = content.gradeScale;
  return {
    name: forCard(nameOf(goal)),
    facts: lastLines(goal, scale),
    fields: goalFields(facts, goal),
  };
}

function goalFields(facts: CouncilGoalsCard, goal: GoalContent): FieldBlock[] {
  const { content } = facts;
  const { goalId, proposal, graded } = goal;
  const scale = content.gradeScale;
  const stored = new Map(
    graded ? [[gradeOf(goalId), graded.gradeId] as const, [motivationOf(goalId), graded.motivation] as const] : [],
  );
  // What nobody has typed in shows what is stored, also when somebody else has stored it meanwhile.
  const isWritten = [gradeOf(goalId), motivationOf(goalId)].some((field) => (facts.typed[field] ?? '').trim() !== '');
  const typed = isWritten ? facts.typed : {};
  const form = new FormFields({ ...facts, typed, conflict: facts.conflict === true && isWritten, stored });
  const question = content.kind === 'annual' ? 'nåddes målet?' : 'bedöms målet nås?';
  const choices = scale.map(({ id, label }) => ({
    title: id === proposal.gradeId ? `${label} (beräknat förslag)` : label,
    value: id,
  }));
  return [
    choiceBlock(
      form.field(gradeOf(goalId), `${nameOf(goal)}: ${question}`, {
        placeholder: 'Välj grad',
        hint: computedProposalText(proposal, scale, forCard),
        inWords: (grade) => forCard(gradeLabel(grade, scale) ?? grade),
      }),
      choices,
    ),
    paragraphBlock(
      form.field(motivationOf(goalId), `${nameOf(goal)}: motivering`, {
        placeholder: 'Varför får målet den graden? Inga personuppgifter.',
        mostUnits: 2 * LONGEST_MOTIVATION,
        inWords: (motivation) => forCard(shortened(motivation, LONGEST_STORED)),
      }),
    ),
  ];
}

function nameOf({ number, name }: GoalContent): string {
  return number === undefined ? name : `${number} ${name}`;
}

function lastLines({ previous }: GoalContent, scale: readonly Grade[]): { text: string }[] {
  if (!previous) return [];
  const label = gradeLabel(previous.gradeId, scale) ?? previous.gradeId;
  return [{ text: `Förra bedömningen (${shortInterval(previous.period)}): ${forCard(label)}.` }];
}

/** Every button saves the page that is left: nothing typed is lost on the way. */
function actionsOf(facts: CouncilGoalsCard, at: number, count: number): object[] {
  const save = (title: string, page: number, style?: 'positive') =>
    municipalAction(facts, title, 'saveGrades', { page, ...(style && { style }) });
  const isLast = at === count - 1;
  return [
    ...(isLast ? [] : [save('Spara och gå vidare', at + 1, 'positive')]),
    ...(at > 0 ? [save('Spara och gå tillbaka', at - 1)] : []),
    save('Spara och gå till rapporten', count, isLast ? 'positive' : undefined),
  ];
}
