import { monthlyPromptCard } from '../../cards/monthly-prompt/card.ts';
import { swedishWorkingDays } from '../../src/calendar/swedish-working-days.ts';
import type { StoredAnswer } from '../../src/domain/answer.ts';
import { followUpDates } from '../../src/domain/follow-up.ts';
import { type MonthlyPrompt, monthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { BENCH_MONTH } from './reporters.ts';
import type { Comparison, Round } from './statistics.ts';

const AREAS = 8;
const BUILDS = 400;
const STRINGIFIES = 4_000;

/** The form of a committee with many business areas, against writing the finished card as text. */
export async function compareCardBuilding(rounds: number, plan: Plan): Promise<Comparison> {
  const prompt = promptOfManyAreas(plan);
  const build = (): object =>
    monthlyPromptCard.build({ promptId: 'AAAAAAAAAAAAAAAAAAAAAA', revision: 0, prompt, typed: {}, context: {} });
  const card = build();
  const text = JSON.stringify(card);

  const seen: Round[] = [];
  for (let round = 0; round <= rounds; round++) {
    const ours = microsecondsEach(BUILDS, build);
    const baseline = microsecondsEach(STRINGIFIES, () => JSON.stringify(card));
    if (round > 0) seen.push({ ours, baseline }); // the first warms both up
  }
  return {
    name: `One prompt card of ${AREAS} business areas, against JSON.stringify of the finished card`,
    unit: 'µs',
    rounds: seen,
    floor: { kind: 'at-most', ratio: 20 },
    notes: [`the card is ${(text.length / 1024).toFixed(1)} KiB of JSON`],
  };
}

/** A committee's month with its own areas repeated until there are eight, each with an outcome from the month before. */
function promptOfManyAreas(plan: Plan): MonthlyPrompt {
  const [committee] = plan.committees;
  const followUp = plan.followUps.find(({ period }) => period === BENCH_MONTH);
  const own = plan.businessAreas.filter(({ committeeId }) => committeeId === committee?.id);
  if (!committee || !followUp || own.length === 0) throw new Error('The plan has nothing to ask for');
  const businessAreas = Array.from({ length: AREAS }, (_, index) => own[index % own.length]).flatMap((area, index) =>
    area ? [{ ...area, id: `${area.id}${index}`, name: `${area.name} ${index + 1}` }] : [],
  );
  const earlier: StoredAnswer = {
    committeeId: committee.id,
    period: '2026-09',
    revision: 1,
    answer: {
      areas: businessAreas.map(({ id, netBudgetKr }) => ({
        areaId: id,
        outcome: { kind: 'value', amountKr: Math.round(netBudgetKr * 0.76) },
        forecast: { kind: 'value', amountKr: netBudgetKr },
      })),
      indicators: [],
      comment: '',
      measures: [],
    },
    reporter: { oid: 'import', upn: 'import', name: 'Planens import' },
    reportedAt: new Date('2026-10-12T08:00:00Z'),
    receiptNumber: `${committee.id}-2026-09-1`,
    submissionKey: 'import',
    example: true,
  };
  return monthlyPrompt({ ...plan, businessAreas }, committee, followUp, followUpDates(followUp, swedishWorkingDays()), [
    earlier,
  ]);
}

function microsecondsEach(times: number, work: () => unknown): number {
  const from = performance.now();
  for (let time = 0; time < times; time++) work();
  return ((performance.now() - from) * 1000) / times;
}
