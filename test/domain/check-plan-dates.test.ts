import assert from 'node:assert/strict';
import type { PlanDocument } from '../../src/domain/plan-document.ts';
import { aBudget, aCommitment, aCouncilGoal, anActivity } from '../support/part-builders.ts';
import { anIndicatorEntry, aPlanDocument } from '../support/plan-document.ts';
import { saidOf } from '../support/plan-problems.ts';

const sound = aPlanDocument();
const [bun, sn] = sound.committees;
assert.ok(bun && sn);

describe('A plan with dates that can’t be', () => {
  it('bad-157 is refused when something ends before it starts', () => {
    const problems = saidOf({
      ...{ periodFrom: 2026, periodTo: 2025, councilGoals: [aCouncilGoal('SKOLA')] },
      committees: [bun, { ...sn, validFrom: '2026-01-01', validTo: '2025-12-31' }],
      councilAssignments: [
        {
          ...{ id: 'U1', committee: 'BUN', text: 'Gör det', decidedAt: '2026-06-10', paragraph: '§ 1' },
          ...{ dueOn: '2026-06-09', status: 'ongoing' },
        },
      ],
      commitments: [
        aCommitment('BUN-1', 'LASA', {
          ...{ startsOn: '2026-02-01', endsOn: '2026-01-31' },
          activities: [anActivity('BUN-1.1', { startsOn: '2026-03-02', endsOn: '2026-03-01' })],
        }),
      ],
    }).filter((line) => line.includes('slutar'));

    assert.deepEqual(problems, [
      'error current.periodTo: Mål och budget slutar 2025, före starten 2026. Rätta det ena av dem.',
      'error current.committees.1.validTo: Socialnämnden slutar 2025-12-31, före starten 2026-01-01. Rätta det ena av dem.',
      'error current.councilAssignments.0.dueOn: U1 slutar 2026-06-09, före starten 2026-06-10. Rätta det ena av dem.',
      'error current.commitments.0.endsOn: Åtagande BUN-1 slutar 2026-01-31, före starten 2026-02-01. Rätta det ena av dem.',
      'error current.commitments.0.activities.0.endsOn: Aktivitet BUN-1.1 slutar 2026-03-01, före starten 2026-03-02. Rätta det ena av dem.',
    ]);
  });

  it('takes a day that begins and ends the same day', () => {
    const activities = [anActivity('BUN-1.1', { startsOn: '2026-03-02', endsOn: '2026-03-02' })];

    assert.deepEqual(saidOf({ commitments: [aCommitment('BUN-1', 'LASA', { activities })] }), []);
  });

  it('bad-157 is refused when money, yearly targets or follow-ups lie outside the plan period', () => {
    const [october] = sound.followUpPlan;
    assert.ok(october);

    const problems = saidOf({
      frames: [...sound.frames, { committee: 'BUN', year: 2030, amountKr: 1 }],
      budgets: [...sound.budgets, aBudget('BUN', 'FORSKOLA', { year: 2025 })],
      supplementaryAppropriations: [{ committee: 'SN', amountKr: 1, validFrom: '2025-12-31', decision: 'KF § 1' }],
      followUpPlan: [...sound.followUpPlan, { ...october, year: 2030, period: '2030-01' }],
      indicators: [anIndicatorEntry('LASNING', { yearlyTargets: [{ year: 2025, target: { atLeast: 70 } }] })],
    });

    const outside = (path: string, date: string) =>
      `error current.${path}: ${date} ligger utanför planperioden 2026–2029. Kontrollera årtalet.`;
    assert.deepEqual(problems, [
      outside('indicators.0.yearlyTargets.0.year', '2025'),
      outside('frames.2.year', '2030'),
      outside('supplementaryAppropriations.0.validFrom', '2025-12-31'),
      outside('budgets.2.year', '2025'),
      outside(`followUpPlan.${sound.followUpPlan.length}.period`, '2030-01'),
    ]);
  });

  it('only points out what reaches past the plan period, and says nothing of history', () => {
    const problems = saidOf({
      councilGoals: [aCouncilGoal('SKOLA', { effect: { text: 'Alla lyckas.', by: 2040 } })],
      indicators: [
        anIndicatorEntry('LASNING', {
          values: ['2015', '2031', '2029'].map((period) => ({ period, value: 60 })),
          committeeValues: ['2015', '2031'].map((period) => ({ committee: 'BUN', period, value: 60 })),
        }),
      ],
      commitments: [
        aCommitment('BUN-1', 'LASA', { startsOn: '2024-01-01', endsOn: '2030-06-30' }),
        aCommitment('BUN-2', 'LASA', { endsOn: '2029-12-31' }),
      ],
    });

    assert.deepEqual(
      problems.map((line) => line.split(' ').slice(0, 3).join(' ')),
      [
        'warning current.councilGoals.0.effect.by: 2040',
        'warning current.indicators.0.values.1.period: 2031',
        'warning current.indicators.0.committeeValues.1.period: 2031',
        'warning current.commitments.0.endsOn: 2030-06-30',
      ],
    );
  });

  it('bad-179 is refused when a follow-up is due before it opens, or belongs to another year', () => {
    const [october] = sound.followUpPlan;
    assert.ok(october);

    const problems = saidOf({
      followUpPlan: [{ ...october, year: 2027, due: 'working day 2 of the following month' }],
    });

    assert.deepEqual(problems, [
      `error current.followUpPlan.0.year: Perioden ${october.period} ligger inte i år 2027. Rätta året eller perioden.`,
      `error current.followUpPlan.0.due: Uppföljningen av ${october.period}: sista arbetsdag (2) ligger före öppningsdagen (3). Rätta en av dem.`,
    ]);
  });

  it('bad-179 is pointed out when a reminder comes no later than the form that it reminds of', () => {
    const [october] = sound.followUpPlan;
    assert.ok(october);
    const opensOnTheThird = (due: number, ...reminders: string[]): string[] =>
      saidOf({ followUpPlan: [{ ...october, due: `working day ${due} of the following month`, reminders }] });

    assert.deepEqual(opensOnTheThird(10, '6 working days before', '7 working days before', '9 working days before'), [
      `warning current.followUpPlan.0.reminders.1: Uppföljningen av ${october.period}: påminnelse nr 2 infaller senast på öppningsdagen (3), när formuläret just har kommit, och går aldrig ut. Ta bort den, eller öppna tidigare.`,
      `warning current.followUpPlan.0.reminders.2: Uppföljningen av ${october.period}: påminnelse nr 3 infaller senast på öppningsdagen (3), när formuläret just har kommit, och går aldrig ut. Ta bort den, eller öppna tidigare.`,
    ]);
    assert.equal(opensOnTheThird(3, 'on the due day').length, 1);
    assert.deepEqual(opensOnTheThird(3, '1 working day after', '1 working day after: deputy too'), []);
  });

  describe('when one committee takes over from another', () => {
    const old = { id: 'MSN', name: 'Miljönämnden', aliases: [], validTo: '2026-06-30' };
    const next = (validFrom: string, id = 'SBN') => ({ id, name: id, aliases: [], validFrom, succeeds: 'MSN' });
    const succession = (...committees: PlanDocument['committees']) =>
      saidOf({ committees: [...sound.committees, old, ...committees] }).filter((line) => line.includes('tar över'));

    it('lets the new one begin the day after', () => {
      assert.deepEqual(succession(next('2026-07-01')), []);
    });

    it('lets another take a part of it earlier', () => {
      assert.deepEqual(succession(next('2026-01-01', 'NAN'), next('2026-07-01')), []);
    });

    it('bad-157 is refused when both exist at once', () => {
      assert.deepEqual(succession(next('2026-06-30')), [
        'error current.committees.3.validFrom: SBN tar över efter MSN, som slutar 2026-06-30, men gäller redan innan. Låt SBN gälla från 2026-07-01, eller rätta när MSN slutar.',
      ]);
    });

    it('bad-157 is refused when there is a gap between them', () => {
      assert.deepEqual(succession(next('2026-07-02')), [
        'error current.committees.3.validFrom: SBN tar över efter MSN, som slutar 2026-06-30, men gäller inte från 2026-07-01. Stäng glappet mellan dem.',
      ]);
    });
  });

  it('is refused when money or an area goes to a committee that does not exist then', () => {
    const ended = { id: 'MSN', name: 'Miljönämnden', aliases: [], validFrom: '2026-03-01', validTo: '2026-06-30' };

    const problems = saidOf({
      committees: [...sound.committees, ended],
      budgets: [...sound.budgets, aBudget('MSN', 'MILJO'), aBudget('MSN', 'MILJO', { year: 2027 })],
      frames: [...sound.frames, { committee: 'MSN', year: 2028, amountKr: 1 }],
      areaMoves: [
        { businessArea: 'FORSKOLA', from: 'BUN', to: 'MSN', validFrom: '2026-06-30' },
        { businessArea: 'ALDRE', from: 'SN', to: 'MSN', validFrom: '2026-07-01' },
        { businessArea: 'ALDRE', from: 'SN', to: 'MSN', validFrom: '2026-02-28' },
      ],
      supplementaryAppropriations: [
        { committee: 'MSN', amountKr: 1, validFrom: '2026-06-30', decision: 'KF § 1' },
        { committee: 'MSN', amountKr: 1, validFrom: '2026-07-01', decision: 'KF § 2' },
      ],
    }).filter((line) => line.includes('finns inte'));

    assert.deepEqual(problems, [
      'error current.budgets.3.committee: MSN finns inte 2027. Välj en annan nämnd eller rätta när nämnden gäller.',
      'error current.frames.2.committee: MSN finns inte 2028. Välj en annan nämnd eller rätta när nämnden gäller.',
      'error current.areaMoves.1.to: MSN finns inte 2026-07-01. Välj en annan nämnd eller rätta när nämnden gäller.',
      'error current.areaMoves.2.to: MSN finns inte 2026-02-28. Välj en annan nämnd eller rätta när nämnden gäller.',
      'error current.supplementaryAppropriations.1.committee: MSN finns inte 2026-07-01. Välj en annan nämnd eller rätta när nämnden gäller.',
    ]);
  });

  it('is refused when an area moves to a committee that has a budget of its own for it', () => {
    const budgets = [...sound.budgets, aBudget('SN', 'FORSKOLA'), aBudget('SN', 'FORSKOLA', { year: 2027 })];
    const move = { businessArea: 'FORSKOLA', from: 'BUN', to: 'SN', validFrom: '2026-07-01' };

    const problems = saidOf({ budgets, areaMoves: [move] }).filter((line) => line.startsWith('error'));

    assert.deepEqual(problems, [
      'error current.budgets.0.committee: FORSKOLA flyttar till SN, som redan har en egen budget för FORSKOLA 2026. Ta bort den ena budgeten eller flytten.',
    ]);
  });
});
