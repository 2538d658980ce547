import assert from 'node:assert/strict';
import { compileReportCard } from '../../cards/compile-report/card.ts';
import { readCompileForm } from '../../cards/compile-report/read-compile.ts';
import { compileReportSamples } from '../../cards/compile-report/sample.ts';
import { councilGoalsCard } from '../../cards/council-goals/card.ts';
import { firstUngraded, goalPages, readGoals } from '../../cards/council-goals/read-goals.ts';
import { councilGoalsSamples } from '../../cards/council-goals/sample.ts';
import { jointReviewCard } from '../../cards/joint-review/card.ts';
import { readMeasure, readReview } from '../../cards/joint-review/read-review.ts';
import { jointReviewSamples } from '../../cards/joint-review/sample.ts';
import { readMunicipalId } from '../../cards/municipal-actions.ts';
import { reportSigned, reportUnderWork } from '../../cards/municipal-samples.ts';
import { textOf } from '../support/card-view.ts';
import { allObjects, utf16Bytes } from '../support/card-walk.ts';
import type { Card } from '../support/fake-connector.ts';

const days = { fromYear: 2026, toYear: 2031, usualYear: 2026 };

describe('The form for the joint review', () => {
  it('can be noted bit by bit, and needs a day and people only when it is held', () => {
    assert.deepEqual(readReview({}, days).read, { participants: '', notes: '' });
    assert.deepEqual(readReview({ notes: 'Början' }, days).read, { participants: '', notes: 'Början' });
    assert.deepEqual([...readReview({}, days, '2026-10-06').notes.keys()], ['date', 'participants']);
    assert.deepEqual(
      readReview({ date: '2026-10-06', startsAt: '8.30', participants: 'KS' }, days, '2026-10-06').read,
      {
        ...{ date: '2026-10-06', startsAt: '08:30', participants: 'KS', notes: '' },
      },
    );
  });

  it('takes times as people write them, and no other', () => {
    const timeOf = (startsAt: string) => readReview({ startsAt }, days).read?.startsAt;

    assert.deepEqual(['8', 'kl. 8.30', '08:30', '23:59'].map(timeOf), ['08:00', '08:30', '08:30', '23:59']);
    for (const startsAt of ['24:00', '8:60', 'halv nio', '-1', '8:3'])
      assert.deepEqual([...readReview({ startsAt }, days).notes.keys()], ['startsAt'], startsAt);
  });

  it('takes a measure with an effect in tkr, or without one', () => {
    const measure = { committee: 'BUN', measure: 'Plan', owner: ' Eva\n Ek ', dueOn: '2026-11-30' };

    assert.deepEqual(readMeasure({ ...measure, effect: '2 000' }, days, ['BUN']).read, {
      ...{ committeeId: 'BUN', text: 'Plan', owner: 'Eva Ek', dueOn: '2026-11-30', effectKr: 2_000_000 },
    });
    assert.equal(readMeasure({ ...measure, effect: ' ' }, days, ['BUN']).read?.effectKr, undefined);
    assert.equal(readMeasure({ ...measure, effect: '0' }, days, ['BUN']).read?.effectKr, 0);
    assert.equal(readMeasure(measure, days, ['SN']).read, undefined);
  });

  it('names people that the meeting’s link has no room for', () => {
    const people = Array.from({ length: 90 }, (_, at) => `person.nummer.${at}@kommunen.example`);
    const card = jointReviewCard.build({ ...sampleOf(jointReviewSamples, 'planned'), people }) as Card;

    const { url } = allObjects(card).find(({ type }) => type === 'Action.OpenUrl') ?? {};
    assert.ok(typeof url === 'string' && url.length < 2_000);
    assert.match(textOf(card), /\d+ personer får inte plats i länken: lägg till dem i mötet\./);
  });

  it('keeps a message’s size with the longest texts and a long agenda', () => {
    const long = 'å'.repeat(200_000);
    const agenda = Array.from({ length: 500 }, (_, at) => ({
      ...{
        kind: 'late' as const,
        committeeName: 'Barn- och utbildningsnämnden',
        name: 'En lång åtgärd '.repeat(40),
        days: at,
      },
    }));
    const typed = { participants: long, notes: long, measure: long, owner: long, effect: long };

    const card = jointReviewCard.build({ ...sampleOf(jointReviewSamples, 'planned'), agenda, typed });

    assert.ok(utf16Bytes(card) < 60 * 1024, `${utf16Bytes(card)}`);
  });
});

describe('The form for the council’s goals', () => {
  const goals = reportUnderWork.councilGoals;
  const read = (typed: Readonly<Record<string, string>>) => readGoals(typed, goals, reportUnderWork.gradeScale);

  it('has a few goals on each page, and begins where one is left', () => {
    assert.deepEqual(
      goalPages(goals).map((page) => page.length),
      [4, 2],
    );
    assert.equal(firstUngraded(goals), 0);
    const [last] = goals.slice(-1);
    assert(last);
    assert.equal(firstUngraded([...reportSigned.councilGoals.slice(0, 5), last]), 1);
    assert.equal(firstUngraded(reportSigned.councilGoals), 0);
    assert.deepEqual(goalPages([]), [[]]);
  });

  it('reads only what is new, so that going through the pages stores nothing', () => {
    const [goal] = reportSigned.councilGoals;
    assert(goal?.graded);
    const { gradeId, motivation } = goal.graded;
    const again = { [`grade_${goal.goalId}`]: gradeId, [`motivation_${goal.goalId}`]: motivation };

    assert.deepEqual(readGoals(again, reportSigned.councilGoals, reportSigned.gradeScale).grades, []);
    assert.equal(read(again).grades?.length, 1);
    assert.deepEqual(read({ grade_EKONOMI: '', motivation_EKONOMI: ' \n' }).grades, []);
  });

  it('keeps a message’s size with the longest motivations', () => {
    const typed = Object.fromEntries(goals.map(({ goalId }) => [`motivation_${goalId}`, 'å'.repeat(200_000)]));

    const card = councilGoalsCard.build({
      ...sampleOf(councilGoalsSamples, 'first page'),
      typed,
      notes: read(typed).notes,
    });

    assert.ok(utf16Bytes(card) < 80 * 1024, `${utf16Bytes(card)}`);
  });
});

describe('The form for compiling', () => {
  it('asks why only once the council has approved a version', () => {
    const data = { i_1_registrationNumber: ' KS\u200b 2026/123\n' };

    assert.deepEqual(readCompileForm(data, false).read, { registrationNumber: 'KS 2026/123' });
    assert.deepEqual([...readCompileForm(data, true).notes.keys()], ['why']);
    assert.deepEqual([...readCompileForm({}, false).notes.keys()], ['registrationNumber']);
  });

  it('says that nothing is missing when nothing is', () => {
    const text = textOf(compileReportCard.build(sampleOf(compileReportSamples, 'nothing missing')) as Card);

    assert.match(text, /Inget: alla nämnder har attesterat, målen är bedömda och texterna skrivna\./);
  });
});

describe('The list of what will be missing', () => {
  it('says of a signed report only what it lacks', () => {
    const facts = sampleOf(compileReportSamples, 'nothing missing');
    const [first, ...others] = facts.content.standings;
    const missing = (['outcome', 'forecast'] as const).map((what) => ({ what, names: [] }));
    const content = { ...facts.content, standings: [{ ...first, missing }, ...others] };

    const text = textOf(compileReportCard.build({ ...facts, content } as typeof facts) as Card);

    assert.match(text, /^Det här saknas, och kommer att stå så\n[^\n]*: utfall och prognos\.$/m);
  });
});

describe('The id of a card about the municipality’s report', () => {
  it('is a month, with the version that it is about', () => {
    assert.deepEqual(readMunicipalId('municipality 2026-08'), { period: '2026-08' });
    assert.deepEqual(readMunicipalId('municipality 2026-08 12'), { period: '2026-08', version: 12 });
    for (const id of [
      '',
      'BUN 2026-08',
      'municipality',
      'municipality 2026-08 0',
      'municipality 2026-08 x',
      ' municipality 2026-08',
    ])
      assert.equal(readMunicipalId(id), undefined, id);
  });
});

function sampleOf<Facts>(samples: Readonly<Record<string, Facts>>, situation: string): Facts {
  const sample = samples[situation];
  assert(sample, situation);
  return sample;
}
