import assert from 'node:assert/strict';
import { findMunicipalReport } from '../../../src/features/reporting/find-report.ts';
import { gradeGoals } from '../../../src/features/reporting/grade-goals.ts';
import {
  controller,
  INTERIM,
  inReportPeriod,
  manager,
  problem,
  reporter,
  shownMunicipal,
  value,
} from '../../support/report-period.ts';

const reached = { goalId: 'SKOLA', gradeId: 'NAS', motivation: ' Fler klarar målen. ' };
const partly = { goalId: 'TIDIG', gradeId: 'DELVIS', motivation: 'Läsningen dröjer.' };

describe("The executive board's grade of a council goal", () => {
  it('is stored with its motivation and the proposal that stood beside it', async () => {
    const ports = inReportPeriod();
    const before = value(await findMunicipalReport(ports, INTERIM, controller));
    const proposed = before.content.councilGoals.find(({ goalId }) => goalId === 'SKOLA')?.proposal.gradeId;

    const view = value(await gradeGoals(ports, await shownMunicipal(ports), [reached], controller));

    assert.equal(proposed, 'INTE');
    assert.deepEqual(view.record?.grades, [
      { goalId: 'SKOLA', gradeId: 'NAS', motivation: 'Fler klarar målen.', proposedGradeId: 'INTE' },
    ]);
    assert.equal(view.content.councilGoals.find(({ goalId }) => goalId === 'SKOLA')?.graded?.gradeId, 'NAS');
  });

  it('stands when other goals are graded, and is changed by grading it again', async () => {
    const ports = inReportPeriod();
    value(await gradeGoals(ports, await shownMunicipal(ports), [reached], controller));
    value(await gradeGoals(ports, await shownMunicipal(ports), [partly], controller));

    const changed = { ...reached, gradeId: 'DELVIS' };
    const view = value(await gradeGoals(ports, await shownMunicipal(ports), [changed, partly], controller));

    assert.deepEqual(
      view.record?.grades.map(({ goalId, gradeId }) => [goalId, gradeId]),
      [
        ['SKOLA', 'DELVIS'],
        ['TIDIG', 'DELVIS'],
      ],
    );
  });

  it('is one deed when the same is pressed twice, and none when nothing is changed', async () => {
    const ports = inReportPeriod();
    const about = await shownMunicipal(ports);

    const presses = [
      await gradeGoals(ports, about, [reached], controller),
      await gradeGoals(ports, about, [reached], controller),
      await gradeGoals(ports, await shownMunicipal(ports), [reached], controller),
      await gradeGoals(ports, await shownMunicipal(ports), [], controller),
    ];

    assert.deepEqual(presses.map(problem), ['done', 'done', 'done', 'done']);
    assert.equal(ports.reports.events.get(`municipality|${INTERIM}`)?.length, 1);
  });

  it('is one of the scale, for a goal of the plan, with a motivation: else none of them is stored', async () => {
    const ports = inReportPeriod();
    const about = await shownMunicipal(ports);
    const wrong = (changes: Partial<typeof partly>) =>
      gradeGoals(ports, about, [reached, { ...partly, ...changes }], controller);

    const refusals = [
      await wrong({ gradeId: 'UTMARKT' }),
      await wrong({ goalId: 'LASA' }),
      await wrong({ motivation: ' ' }),
      await wrong({ motivation: 'x'.repeat(2_001) }),
      await gradeGoals(ports, about, [reached], manager),
      await gradeGoals(ports, about, [reached], reporter),
    ].map(problem);

    assert.deepEqual(refusals, [
      { code: 'UNKNOWN_GRADE' },
      { code: 'NO_SUCH_GOAL' },
      { code: 'TEXT_MISSING', field: 'motivation' },
      { code: 'TEXT_TOO_LONG', field: 'motivation', most: 2_000 },
      { code: 'NOT_ALLOWED' },
      { code: 'NOT_ALLOWED' },
    ]);
    assert.equal(ports.reports.records.size, 0);
  });
});
