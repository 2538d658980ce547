import type { GovernanceModel, ModelGoal, ReportKind } from '../../domain/governance-model.ts';

/** The picture's Swedish, after the municipality's own description of its governance model. */

/** `3 åtaganden`; with the plan's own word for it, of which only the singular is known, `Strategi: 3`. */
export function counted(count: number, own: string | undefined, one: string, many: string): string {
  if (own !== undefined && own.toLowerCase() !== one.toLowerCase()) return `${own}: ${count}`;
  return `${count} ${count === 1 ? one : many}`;
}

/** What a committee's operational plan holds, in the plan's own words: `mål, åtaganden och aktiviteter`. */
export function workLine({ levelNames }: GovernanceModel): string {
  const { committeeGoal = 'mål', commitment = 'åtaganden', activity = 'aktiviteter' } = levelNames;
  return `${committeeGoal.toLowerCase()}, ${commitment.toLowerCase()} och ${activity.toLowerCase()}`;
}

/** The plan's own word is known in the singular only. */
export function sharedLine({ levelNames: { committeeGoal: own } }: GovernanceModel): string {
  return own === undefined ? 'Gemensamma nämndmål räknas hos varje nämnd.' : `${own} som delas räknas hos varje nämnd.`;
}

/** What points the way to a goal: `2 indikatorer` and `varav 1 nyckeltal`. */
export function indicatorLines({ indicators, keyFigures }: ModelGoal): readonly string[] {
  if (indicators === 0) return ['inga indikatorer'];
  const line = counted(indicators, undefined, 'indikator', 'indikatorer');
  return keyFigures === 0 ? [line] : [line, `varav ${keyFigures} nyckeltal`];
}

export function decisionLine({ decision }: GovernanceModel): string {
  if (!decision) return 'Kommunfullmäktige ger nämnderna uppdrag genom Mål och budget.';
  return `Kommunfullmäktiges beslut ${decision.date}, ${decision.paragraph}.`;
}

export function effectLine({ effects, periodFrom, periodTo }: GovernanceModel): string {
  const years = periodTo - periodFrom + 1;
  const where = `Var kommunen ska vara i slutet av planperioden ${periodFrom}–${periodTo} (${years} år).`;
  return effects === 0 ? where : `${where} ${effects} mål har ett effektmål.`;
}

interface ReportWords {
  readonly name: string;
  readonly what: string;
}

const reportWords: Record<ReportKind, ReportWords> = {
  month: { name: 'Månadsuppföljning', what: 'Nämnderna följer ekonomin mot sin internbudget' },
  tertial: { name: 'Tertialrapport', what: 'Kommunstyrelsen upprättar' },
  interim: { name: 'Delårsrapport', what: 'Kommunstyrelsen upprättar' },
  annual: { name: 'Årsredovisning', what: 'Kommunstyrelsen upprättar' },
};

/** A plan without a follow-up plan shows the reports that the model has. */
export function reportLines({ reports }: GovernanceModel): readonly ReportWords[] {
  if (reports.length === 0) return Object.values(reportWords);
  return reports.map((kind) => reportWords[kind]);
}

/** The whole picture in words, for those who hear it. */
export function spokenModel(model: GovernanceModel): string {
  const { vision, areas, committees } = model;
  const goals = areas.flatMap((area) => area.goals.map(({ number, name }) => (number ? `${number} ${name}` : name)));
  return [
    `${vision.name}${vision.focusAreas.length > 0 ? `: ${vision.focusAreas.join('; ')}` : ''}.`,
    `Visionen ligger till grund för ${model.title}, som innefattar resurser och effektmål.`,
    `${model.levelNames.councilGoal ?? 'Kommunfullmäktiges mål'}: ${goals.join('; ')}.`,
    `Nämnder som svarar med ${workLine(model)}: ${committees.map(({ name }) => name).join(', ')}.`,
    `Uppföljning: ${reportLines(model)
      .map(({ name }) => name.toLowerCase())
      .join(', ')}. Kommunfullmäktige godkänner rapporterna, som ligger till grund för nästa års planering.`,
  ].join(' ');
}
