import assert from 'node:assert/strict';
import { loadPrompt } from '../../../src/features/prompting/load-prompt.ts';
import { anAnswer, aStoredAnswer, exampleFile } from '../../support/builders.ts';
import { inMemoryPorts } from '../../support/fakes.ts';

/** The example plan, decided a year earlier, so that it has a year behind it. */
function aMunicipality() {
  const ports = inMemoryPorts();
  ports.plans.use({ ...exampleFile().current, periodFrom: 2025 });
  return ports;
}

describe('A report period, as it is asked', () => {
  it('knows the goals and the work of the plan that the month is followed up against', async () => {
    const loaded = await loadPrompt(aMunicipality(), 'BUN', '2026-08');

    assert.deepEqual(
      loaded?.prompt.goals.map(({ goal }) => goal.id),
      exampleFile().current.committeeGoals.flatMap(({ id, committees }) => (committees.includes('BUN') ? [id] : [])),
    );
    assert.deepEqual(
      loaded?.prompt.work.map(({ id }) => id),
      ['BUN-A1', 'BUN-A1.1', 'BUN-A1.2', 'BUN-A2', 'BUN-A2.1', 'UPPDRAG-2'],
    );
  });

  it('starts from what was said of the work in an earlier year of the plan', async () => {
    const ports = aMunicipality();
    const answer = anAnswer({ work: [{ workId: 'BUN-A1', status: 'late' }] });
    await ports.answers.save(aStoredAnswer({ period: '2025-12', answer }), []);

    const loaded = await loadPrompt(ports, 'BUN', '2026-08');

    assert.equal(loaded?.prompt.work[0]?.status, 'late');
  });

  it('reads no other year for a month that asks neither', async () => {
    const ports = aMunicipality();
    const years: number[] = [];
    const answers = Object.assign(Object.create(ports.answers) as typeof ports.answers, {
      findYear: (committeeId: string, year: number) => {
        years.push(year);
        return ports.answers.findYear(committeeId, year);
      },
    });

    const loaded = await loadPrompt({ ...ports, answers }, 'BUN', '2026-10');

    assert.deepEqual([loaded?.prompt.goals, loaded?.prompt.report], [[], undefined]);
    assert.deepEqual(new Set(years), new Set([2026]));
  });
});
