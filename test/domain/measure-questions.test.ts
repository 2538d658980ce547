import assert from 'node:assert/strict';
import type { StoredAnswer } from '../../src/domain/answer.ts';
import { holdersOf } from '../../src/domain/holders.ts';
import { askMeasures, measuresOf } from '../../src/domain/measure-questions.ts';
import { monthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import type { Month } from '../../src/domain/period.ts';
import type { WorkStatus } from '../../src/domain/plan-document.ts';
import type { AgreedMeasure } from '../../src/domain/report-record.ts';
import { aCommittee, anAgreedMeasure, anAnswer, aPlan, aPrompt, aStoredAnswer } from '../support/builders.ts';

const vacancies = anAgreedMeasure('VAKANSER', { period: '2026-04', dueOn: '2026-08-31' });

function said(period: Month, status: WorkStatus, committeeId = 'BUN'): StoredAnswer {
  return aStoredAnswer({ committeeId, period, answer: anAnswer({ work: [{ workId: 'VAKANSER', status }] }) });
}

function asked(month: Month, answers: readonly StoredAnswer[], agreed: readonly AgreedMeasure[] = [vacancies]) {
  return askMeasures({ agreed, answers }, month);
}

describe('A measure that a joint review has agreed', () => {
  it('is asked for with who sees to it and its last day, and has not begun before anybody says so', () => {
    assert.deepEqual(asked('2026-09', []), [
      {
        ...{ id: 'VAKANSER', kind: 'measure', name: vacancies.text, status: 'notStarted', owner: vacancies.owner },
        ...{ endsOn: '2026-08-31', source: '2026-04' },
        lateness: { kind: 'late', endsOn: '2026-08-31', days: 30 },
      },
    ]);
  });

  it('is asked for in every later form, in months too, from the status that was last said', () => {
    const answers = [said('2026-05', 'ongoing'), said('2026-06', 'late')];

    assert.deepEqual(
      asked('2026-09', answers).map(({ status }) => status),
      ['late'],
    );
  });

  it('is not asked for once it is done or cancelled, in whichever year that was said', () => {
    assert.deepEqual(asked('2026-09', [said('2026-08', 'done')]), []);
    assert.deepEqual(asked('2027-02', [said('2026-12', 'cancelled')]), []);
  });

  it('comes back when the newest word is that it goes on after all', () => {
    assert.equal(asked('2026-10', [said('2026-05', 'done'), said('2026-09', 'ongoing')]).length, 1);
  });

  it('stands after what the follow-up asks of work', () => {
    const plan = aPlan();
    const { committee, followUp, dates } = aPrompt(plan, 'BUN', '2026-10');

    const prompt = monthlyPrompt(plan, committee, followUp, dates, [], {
      measures: { agreed: [vacancies], answers: [] },
    });

    assert.deepEqual(
      prompt.work.map(({ id }) => id),
      ['VAKANSER'],
    );
    assert.equal(prompt.report, undefined);
  });
});

describe('The measures that a committee answers for', () => {
  const plan = aPlan({
    committees: [aCommittee('SBN', { succeeds: 'MSN', validFrom: '2026-07-01' }), aCommittee('MSN')],
  });
  const [builders] = plan.committees;
  assert.ok(builders);
  const ofBuilders = (agreed: readonly AgreedMeasure[], month: Month): string[] =>
    measuresOf(agreed, holdersOf(plan, builders), month).map(({ id }) => id);

  it('are those that were agreed for an earlier period than the one that is asked', () => {
    const agreed = [
      anAgreedMeasure('T1', { committeeId: 'SBN', period: '2026-04' }),
      anAgreedMeasure('AUG', { committeeId: 'SBN', period: '2026-08' }),
    ];

    assert.deepEqual(ofBuilders(agreed, '2026-04'), []);
    assert.deepEqual(ofBuilders(agreed, '2026-08'), ['T1']);
    assert.deepEqual(ofBuilders(agreed, '2026-09'), ['T1', 'AUG']);
  });

  it('are its own and its predecessor’s from before it took over, and nobody else’s', () => {
    const agreed = [
      anAgreedMeasure('OWN', { committeeId: 'SBN' }),
      anAgreedMeasure('BEFORE', { committeeId: 'MSN' }),
      anAgreedMeasure('AFTER', { committeeId: 'MSN', period: '2026-08' }),
      anAgreedMeasure('OTHER', { committeeId: 'BUN' }),
    ];

    assert.deepEqual(ofBuilders(agreed, '2026-09'), ['OWN', 'BEFORE']);
  });
});
