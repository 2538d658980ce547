import { judgementInUse } from '../domain/assess-indicator.ts';
import { isMonth, type Month } from '../domain/period.ts';
import type { PlanDocument } from '../domain/plan-document.ts';
import { assessPlan, findReportedValues, type PlanAssessment } from '../features/planning/assess-plan.ts';
import { judgementText, trendText, verdictText } from '../words/assessment-text.ts';
import { gradeProposalText } from '../words/grade-text.ts';
import { asWritten } from '../words/outlet.ts';
import { cumulativePeriod } from '../words/swedish.ts';
import { type Command, type Given, Refusal, type Surroundings, textOf, wrongUse } from './command.ts';
import { committeeCalled } from './plan-coverage.ts';
import { readPlan } from './plan-reading.ts';

export const planAssess: Command = {
  name: 'plan assess',
  takes: ['[FIL]'],
  does: 'bedöm varje indikator och föreslå bedömning av varje mål, med skälen',
  more: `Utan fil gäller det den inlästa planen och det som har rapporterats; med fil bara värdena i filen.
Utfall, trend och människors bedömning är tre olika saker. Det som skrivs om målen är förslag.`,
  options: {
    period: {
      type: 'string',
      value: 'MÅNAD',
      does: 'så som det stod i slutet av månaden, till exempel 2026-10 (krävs)',
      required: true,
    },
    committee: { type: 'string', value: 'NÄMND', does: 'bara en nämnds indikatorer, med nämndens egna värden' },
  },
  async run(given, surroundings) {
    const period = periodOf(given);
    const { document, reported } = await planAndReports(given.files[0], period, surroundings);
    const wanted = textOf(given, 'committee');
    const committee = wanted === undefined ? undefined : committeeCalled(document, wanted);
    const assessment = assessPlan(document, period, reported, committee);
    const title = `${document.title}, ${cumulativePeriod(period)}${committee === undefined ? '' : `, ${committee}`}`;
    return {
      text: [title, indicatorsText(assessment), goalsText(assessment, document)].filter(Boolean).join('\n\n'),
      data: { period, ...inWords(assessment, document) },
    };
  },
};

function periodOf(given: Given): Month {
  const text = textOf(given, 'period');
  if (text === undefined) throw wrongUse('--period saknas. Skriv till exempel --period 2026-10.');
  if (!isMonth(text)) throw wrongUse(`"${text}" är ingen månad. Skriv till exempel 2026-10.`);
  return text;
}

async function planAndReports(path: string | undefined, period: Month, surroundings: Surroundings) {
  if (path !== undefined) return { document: (await readPlan(path, surroundings)).file.current, reported: new Map() };
  const ports = await surroundings.openStores();
  const inForce = await ports.plans.forMonth(period);
  if (!inForce) throw new Refusal('NO_PLAN', 'Ingen plan är inläst ännu. Läs in en med: styr plan import FIL');
  const { document } = inForce;
  return { document, reported: await findReportedValues(ports, document, period) };
}

/** The sentences beside the facts that they were made from. */
function inWords({ indicators, goals }: PlanAssessment, { gradeScale }: PlanDocument) {
  return {
    indicators: indicators.map((one) => ({
      ...one,
      why: judgementText(judgementInUse(one), one.unit, asWritten),
      trendText: trendText(one.trend, asWritten),
    })),
    goals: goals.map((goal) => ({ ...goal, why: gradeProposalText(goal, gradeScale, asWritten) })),
  };
}

function indicatorsText({ indicators }: PlanAssessment): string {
  const texts = indicators.map((one) => {
    const judgement = judgementInUse(one);
    const end = one.thisYear ? `\n  Periodens slut: ${judgementText(one.periodsEnd, one.unit, asWritten)}` : '';
    return `${one.name} (${one.indicatorId}): ${verdictText(judgement.verdict)}
  ${judgementText(judgement, one.unit, asWritten)}${end}
  Trend: ${trendText(one.trend, asWritten)}`;
  });
  return ['INDIKATORER', ...texts].join('\n\n');
}

function goalsText({ goals }: PlanAssessment, { gradeScale }: PlanDocument): string {
  if (goals.length === 0) return '';
  const texts = goals.map(
    (goal) => `${goal.name} (${goal.goalId})\n  ${gradeProposalText(goal, gradeScale, asWritten)}`,
  );
  return ['MÅL', ...texts].join('\n\n');
}
