import { MUNICIPALITY } from '../../src/domain/municipality.ts';
import type { Grade } from '../../src/domain/plan-document.ts';
import type { GradedGoals, ReportSummary } from '../../src/domain/report-summary.ts';
import type { Fact } from '../finance-facts.ts';
import { gradeFacts } from '../grade-facts.ts';

interface Section {
  readonly heading: string;
  readonly lines: readonly { readonly text: string }[];
  readonly charts: readonly { readonly title: string; readonly data: readonly object[] }[];
  readonly facts: readonly Fact[];
}

/** Colours of a chart by the grade's own, the better grade first. Source: Microsoft, "Charts in Adaptive Cards". */
const COLOURS: Readonly<Record<'green' | 'yellow' | 'red' | 'none', readonly string[]>> = {
  green: ['good', 'categoricalLime', 'categoricalTeal'],
  yellow: ['warning', 'categoricalMarigold'],
  red: ['attention', 'categoricalRed'],
  none: ['neutral'],
};

/** How many goals got each grade: always as text, and as a chart where the client draws one. Levels without goals are left out. */
export function goalSections({ goals, kind, scope }: ReportSummary): Section[] {
  const question = kind === 'annual' ? 'nåddes de?' : 'bedöms de nås?';
  return goals
    .filter(({ counts }) => counts.of > 0)
    .map((level) => ({ ...sectionOf(level), heading: `${nameOf(level, scope)}: ${question}` }));
}

function nameOf({ level }: GradedGoals, scope: string): string {
  if (level === 'council') return 'Kommunfullmäktiges mål';
  return scope === MUNICIPALITY ? 'Nämndernas mål' : 'Nämndens mål';
}

function sectionOf({ counts, scale }: GradedGoals): Omit<Section, 'heading'> {
  const { of, ungraded } = counts;
  if (ungraded === of) {
    return {
      lines: [{ text: of === 1 ? 'Målet är inte bedömt ännu.' : `Inget av ${of} mål är bedömt ännu.` }],
      charts: [],
      facts: [],
    };
  }
  const shown = {
    ...counts,
    grades: counts.grades.filter((one) => one.count > 0 || colourOf(one.gradeId, scale) !== 'none'),
  };
  return {
    lines: [],
    charts: [{ title: 'Mål efter bedömning', data: chartData(shown, scale) }],
    facts: gradeFacts(shown),
  };
}

function chartData({ grades, ungraded }: GradedGoals['counts'], scale: readonly Grade[]): object[] {
  const used = new Map<string, number>();
  const data = grades.map(({ gradeId, label, count }) => {
    const colour = colourOf(gradeId, scale);
    const before = used.get(colour) ?? 0;
    used.set(colour, before + 1);
    return { legend: `${label} (${count})`, value: count, color: COLOURS[colour][before] ?? 'neutral' };
  });
  const rest = ungraded === 0 ? [] : [{ legend: `Inte bedömt ännu (${ungraded})`, value: ungraded, color: 'neutral' }];
  return [...data.filter(({ value }) => value > 0), ...rest];
}

function colourOf(gradeId: string, scale: readonly Grade[]): keyof typeof COLOURS {
  return scale.find(({ id }) => id === gradeId)?.colour ?? 'none';
}
