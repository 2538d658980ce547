import assert from 'node:assert/strict';
import type { StoredAnswer } from '../../src/domain/answer.ts';
import { checkPlan } from '../../src/domain/check-plan.ts';
import { nextYearsPlan } from '../../src/domain/next-year.ts';
import { nextYearWords } from '../../src/words/next-year-words.ts';
import { anAnswer, aStoredAnswer, exampleFile } from '../support/builders.ts';

const file = exampleFile();

function nextYear(answers: readonly StoredAnswer[] = []) {
  return nextYearsPlan({ file, year: 2026, answers }, nextYearWords(2026)).current;
}

function december(committeeId: string, answer: Parameters<typeof anAnswer>[0]): StoredAnswer {
  return aStoredAnswer({ committeeId, period: '2026-12', answer: anAnswer(answer) });
}

describe('The plan of the year to come', () => {
  it('covers a period of the same length that begins a year later, and is decided by nobody', () => {
    const plan = nextYear();

    assert.equal(plan.id, '2027-2030');
    assert.equal(plan.title, 'Mål och budget 2027–2030 (underlag)');
    assert.equal(plan.decision, undefined);
    assert.deepEqual(plan.operationalPlans, []);
    assert.deepEqual(plan.outcomes, []);
  });

  it('has no errors: it can be put in force as it stands', () => {
    const problems = checkPlan(nextYear());

    assert.deepEqual(
      problems.filter(({ severity }) => severity === 'error'),
      [],
    );
  });

  it('keeps goals, indicators, people and channels', () => {
    const plan = nextYear();

    for (const list of ['councilGoals', 'subGoals', 'indicators', 'contacts', 'channels', 'gradeScale'] as const) {
      const now = plan[list].map((one) => JSON.stringify('id' in one ? one.id : one));
      assert.deepEqual(
        now,
        file.current[list].map((one) => JSON.stringify('id' in one ? one.id : one)),
      );
    }
  });

  it('has the last outcome of an indicator as its baseline, whoever reported it', () => {
    const [indicator] = file.current.indicators.filter(({ committees }) => committees.length === 1);
    assert(indicator);
    const [committeeId = ''] = indicator.committees;
    const said = { indicatorId: indicator.id, report: { kind: 'value', value: 12.5 } } as const;

    const plan = nextYear([december(committeeId, { indicators: [said] })]);

    const baseline = plan.indicators.find(({ id }) => id === indicator.id)?.baseline;
    assert.equal(baseline?.value, 12.5);
    assert.equal(baseline?.source, 'Utfall 2026');
    assert.equal(baseline?.period.slice(0, 4), '2026');
  });

  it('leaves out what is done, and carries on what is late', () => {
    const [commitment] = file.current.commitments.filter(({ activities }) => activities.length > 1);
    const [first, second] = commitment?.activities ?? [];
    assert(commitment && first && second);
    const work = [
      { workId: first.id, status: 'done' },
      { workId: second.id, status: 'late' },
    ] as const;

    const plan = nextYear([december(commitment.committee, { work })]);

    const carried = plan.commitments.find(({ id }) => id === commitment.id)?.activities ?? [];
    assert.equal(
      carried.find(({ id }) => id === first.id),
      undefined,
    );
    assert.equal(carried.find(({ id }) => id === second.id)?.status, 'late');
  });

  it('carries on the council’s assignments until they are done', () => {
    const open = nextYear().councilAssignments.map(({ id }) => id);
    const left = nextYear([december('SBN', { work: [{ workId: 'UPPDRAG-1', status: 'done' }] })]);

    assert.deepEqual(open, ['UPPDRAG-1'], 'The other one is done in the plan already');
    assert.deepEqual(left.councilAssignments, []);
  });

  it('proposes the year’s budgets as they ended, appropriations and all, and says that nobody has decided them', () => {
    const { current } = file;
    const [added] = current.supplementaryAppropriations;
    assert(added);
    const before = sumOf(current.budgets.filter(({ committee }) => committee === added.committee));

    const plan = nextYear();

    const budgets = plan.budgets.filter(({ committee }) => committee === added.committee);
    const isDivided = added.businessArea !== undefined;
    assert.equal(sumOf(budgets), before + (isDivided ? added.amountKr : 0));
    assert(budgets.every(({ year, note }) => year === 2027 && /inte beslutat om 2027/.test(note ?? '')));
    assert.deepEqual(plan.supplementaryAppropriations, []);
  });

  it('follows up the same months as the year behind', () => {
    const months = nextYear().followUpPlan.map(({ period, year }) => `${year} ${period}`);

    assert.deepEqual(
      months,
      file.current.followUpPlan.map(({ period }) => `2027 2027${period.slice(4)}`),
    );
  });

  it('has an investment with the figures that were reported last', () => {
    const [project] = file.current.investments;
    assert(project);
    const figures = {
      project: project.project,
      outcome: { kind: 'value', amountKr: 20_000_000 },
      forecast: { kind: 'value', amountKr: 43_000_000 },
    } as const;

    const plan = nextYear([december(project.committee, { investments: [figures] })]);

    const [carried] = plan.investments;
    assert.equal(carried?.outcomeKr, 20_000_000);
    assert.equal(carried?.forecastKr, 43_000_000);
    assert.equal(carried?.period, '2026-12');
  });
});

function sumOf(budgets: readonly { readonly netBudgetKr: number }[]): number {
  return budgets.reduce((sum, { netBudgetKr }) => sum + netBudgetKr, 0);
}
