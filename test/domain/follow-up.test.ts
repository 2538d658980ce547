import assert from 'node:assert/strict';
import fc from 'fast-check';
import { swedishWorkingDays } from '../../src/calendar/swedish-working-days.ts';
import {
  committeesThatReport,
  followUpDates,
  indicatorsDue,
  locksOn,
  openFollowUp,
} from '../../src/domain/follow-up.ts';
import type { Indicator } from '../../src/domain/indicator.ts';
import { type Month, monthOf } from '../../src/domain/period.ts';
import type { FollowUp } from '../../src/domain/plan.ts';
import { aCommittee, aFollowUp, anArea, anIndicator, aPlan, everyDayWorks, examplePlan } from '../support/builders.ts';

const plan = examplePlan();
const workingDays = swedishWorkingDays();

function openOn(today: string): string | undefined {
  return openFollowUp(plan, workingDays, today)?.period;
}

/** In a plan with a follow-up of each month, all of them monthly. */
function asked(indicator: Indicator, period: Month, committeeId = 'BUN'): boolean {
  return indicatorsDue(aPlan({ indicators: [indicator], followUps }), committeeId, aFollowUp(period)).length > 0;
}

const followUps = Array.from({ length: 12 }, (_, at) => aFollowUp(monthOf(2026, at + 1)));

describe('A follow-up', () => {
  it('opens on the third working day of the next month and is due on the tenth', () => {
    const october = plan.followUps.find(({ period }) => period === '2026-10');
    assert.ok(october);

    const { opensOn, dueOn } = followUpDates(october, workingDays);
    assert.deepEqual([opensOn, dueOn], ['2026-11-04', '2026-11-13']);
  });

  it('of December opens in January of the next year, after New Year and Epiphany', () => {
    const { opensOn, dueOn } = followUpDates(aFollowUp('2026-12'), workingDays);
    assert.deepEqual([opensOn, dueOn], ['2027-01-07', '2027-01-18']);
  });

  it('has each step of its ladder so many working days from the due day, past weekends and holidays', () => {
    const stepsOf = (period: Month): string[] => {
      const followUp = plan.followUps.find((one) => one.period === period);
      assert.ok(followUp);
      return followUpDates(followUp, workingDays).steps.map(({ kind, on }) => `${kind} ${on}`);
    };

    assert.deepEqual(stepsOf('2026-10'), [
      'reminder 2026-11-11',
      'reminder 2026-11-13',
      'deputy 2026-11-17',
      'approver 2026-11-19',
    ]);
    // Good Friday and Easter Monday are 3 and 6 April, so that the due day is the sixteenth. Ascension Day is 14 May.
    assert.deepEqual(stepsOf('2026-03'), [
      'reminder 2026-04-14',
      'reminder 2026-04-16',
      'deputy 2026-04-20',
      'approver 2026-04-22',
    ]);
    assert.deepEqual(stepsOf('2026-04')[0], 'reminder 2026-05-13');
  });

  it('that a controller has started opens that day instead, and is due when the plan says', () => {
    const started = aFollowUp('2026-10', { startedOn: '2026-11-02' });

    const { opensOn, dueOn } = followUpDates(started, workingDays);
    assert.deepEqual([opensOn, dueOn], ['2026-11-02', '2026-11-13']);
    const followUps = [aFollowUp('2026-09'), started];
    assert.equal(openFollowUp({ ...plan, followUps }, workingDays, '2026-11-01')?.period, '2026-09');
    assert.equal(openFollowUp({ ...plan, followUps }, workingDays, '2026-11-02')?.period, '2026-10');
  });

  it('of February is the year’s first: before it nothing is open', () => {
    assert.equal(openOn('2026-03-03'), undefined);
    assert.equal(openOn('2026-03-04'), '2026-02');
  });

  it('is open from its first morning until the next one opens', () => {
    assert.equal(openOn('2026-11-03'), '2026-09');
    assert.equal(openOn('2026-11-04'), '2026-10');
    assert.equal(openOn('2026-11-14'), '2026-10');
    assert.equal(openOn('2026-12-02'), '2026-10');
    assert.equal(openOn('2026-12-03'), '2026-11');
  });

  it('stays open over the summer, when nothing is followed up', () => {
    assert.equal(openOn('2026-07-15'), '2026-05');
  });

  it('of an earlier month never takes over from a later one, whatever the order in the plan', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...plan.followUps], { minLength: plan.followUps.length }), (followUps) => {
        assert.equal(openFollowUp({ ...plan, followUps }, everyDayWorks, '2026-11-05')?.period, '2026-10');
      }),
    );
  });
});

describe('A month’s answers', () => {
  it('are locked when the next follow-up opens', () => {
    assert.equal(locksOn(plan, '2026-10', workingDays), '2026-12-03');
  });

  it('of May are open over the summer, until August is followed up', () => {
    assert.equal(locksOn(plan, '2026-05', workingDays), '2026-09-03');
  });

  it('are locked earlier when a controller starts the next round ahead of the calendar', () => {
    const followUps = [aFollowUp('2026-11', { startedOn: '2026-12-01' }), aFollowUp('2026-12'), aFollowUp('2026-10')];

    assert.equal(locksOn(aPlan({ followUps }), '2026-10', workingDays), '2026-12-01');
  });

  it('of the plan’s last month stay open', () => {
    assert.equal(locksOn(plan, '2026-12', workingDays), undefined);
  });
});

describe('The committees that owe an answer', () => {
  it('are the six of today: Miljö- och samhällsbyggnadsnämnden ended in 2020', () => {
    const ids = committeesThatReport(plan, '2026-10').map(({ id }) => id);

    assert.deepEqual(ids, ['KS', 'BUN', 'SN', 'KFN', 'SBN', 'NAN']);
  });

  it('are only those with a budget for the year', () => {
    assert.deepEqual(committeesThatReport(plan, '2027-02'), []);
  });

  it('are those that the follow-up asks, when it names them', () => {
    const asked = aPlan({ followUps: [aFollowUp('2026-09'), aFollowUp('2026-10', { committeeIds: ['SN'] })] });

    assert.deepEqual(
      (['2026-09', '2026-10'] as const).map((period) => committeesThatReport(asked, period).map(({ id }) => id)),
      [['BUN', 'SN'], ['SN']],
    );
  });

  it('owe it from the month they begin to the month they end', () => {
    const plan = aPlan({
      committees: [aCommittee('BUN', { validFrom: '2026-03-15', validTo: '2026-09-30' })],
      businessAreas: [anArea('FORSKOLA')],
    });
    const owes = (period: `${number}-${number}`): boolean => committeesThatReport(plan, period).length === 1;

    assert.deepEqual(
      ['2026-02', '2026-03', '2026-09', '2026-10'].map((month) => owes(month as '2026-02')),
      [false, true, true, false],
    );
  });
});

describe('The indicators that a committee is asked for', () => {
  it('are the monthly ones each time', () => {
    assert.ok(asked(anIndicator('SJUK', { frequency: 'month' }), '2026-02'));
  });

  it('are those of every follow-up each time', () => {
    assert.ok(asked(anIndicator('BESOK', { frequency: 'everyFollowUp' }), '2026-02'));
  });

  it('are the tertial ones in April, August and December', () => {
    const months = ['2026-02', '2026-03', '2026-04', '2026-05', '2026-08', '2026-09', '2026-11', '2026-12'] as const;

    const due = months.filter((month) => asked(anIndicator('EKOMAT', { frequency: 'tertial' }), month));

    assert.deepEqual(due, ['2026-04', '2026-08', '2026-12']);
  });

  it('are the yearly ones in December only', () => {
    const months = ['2026-02', '2026-04', '2026-08', '2026-11', '2026-12'] as const;

    assert.deepEqual(
      months.filter((month) => asked(anIndicator('HME', { frequency: 'year' }), month)),
      ['2026-12'],
    );
  });

  describe('in a plan with a calendar of its own', () => {
    const months = (frequency: Indicator['frequency'], own: readonly FollowUp[]): Month[] =>
      own
        .filter(
          (one) =>
            indicatorsDue(aPlan({ indicators: [anIndicator('HME', { frequency })], followUps: own }), 'BUN', one)
              .length > 0,
        )
        .map(({ period }) => period);
    const quarters = (['2026-03', '2026-06', '2026-09'] as const).map((period) => aFollowUp(period));

    it('are the yearly ones at each year’s last follow-up that asks for indicators', () => {
      const finance = aFollowUp('2026-12', { asks: ['finance'] });

      assert.deepEqual(months('year', [...quarters, finance, aFollowUp('2027-02')]), ['2026-09', '2027-02']);
    });

    it('are the yearly ones at the annual report, where there is one', () => {
      const annual = aFollowUp('2026-11', { kind: 'annual' });

      assert.deepEqual(months('year', [...quarters, annual, aFollowUp('2026-12')]), ['2026-11']);
    });

    it('are the tertial ones at the year’s reports, whenever they are', () => {
      const reports = [aFollowUp('2026-03', { kind: 'tertial' }), aFollowUp('2026-06', { kind: 'interim' })];
      const annual = aFollowUp('2026-11', { kind: 'annual' });

      assert.deepEqual(months('tertial', [...reports, aFollowUp('2026-08'), annual]), [
        '2026-03',
        '2026-06',
        '2026-11',
      ]);
    });

    it('are the tertial ones by the month in a year without reports', () => {
      assert.deepEqual(months('tertial', [...quarters, aFollowUp('2026-08'), aFollowUp('2026-12')]), [
        '2026-08',
        '2026-12',
      ]);
    });
  });

  it('are not those of another committee', () => {
    assert.equal(asked(anIndicator('SJUK', { committeeIds: ['SN'] }), '2026-02'), false);
  });

  it('are none when the follow-up asks for money only', () => {
    const followUp = aFollowUp('2026-02', { asks: ['finance'] });

    assert.deepEqual(indicatorsDue(aPlan({ indicators: [anIndicator('SJUK')] }), 'BUN', followUp), []);
  });

  it('are not those whose value the plan has already', () => {
    const known = anIndicator('SJUK', {
      values: [{ period: '2026-10', value: 7, committeeId: 'BUN', example: false }],
    });

    assert.equal(asked(known, '2026-10'), false);
    assert.equal(asked(known, '2026-11'), true);
  });

  it('are not known by another committee’s value', () => {
    const values = [{ period: '2026-10', value: 7, committeeId: 'SN', example: false }];

    assert.equal(asked(anIndicator('SJUK', { committeeIds: ['BUN', 'SN'], values }), '2026-10'), true);
  });

  it('are not known by the municipality’s total when several share the indicator', () => {
    const values = [{ period: '2026-10', value: 7, example: false }];

    assert.equal(asked(anIndicator('SJUK', { committeeIds: ['BUN', 'SN'], values }), '2026-10'), true);
    assert.equal(asked(anIndicator('SJUK', { committeeIds: ['BUN'], values }), '2026-10'), false);
  });

  it('are the yearly ones no more once they are measured in the year', () => {
    const measured = (period: string) =>
      anIndicator('HME', { frequency: 'year', values: [{ period, value: 78, committeeId: 'BUN', example: false }] });

    assert.deepEqual(
      ['2025', '2025-12', '2026', '2026-05'].map((period) => asked(measured(period), '2026-12')),
      [true, true, false, false],
    );
  });

  it('are not known by the value of a group', () => {
    const values = [{ period: '2026-10', value: 7, group: 'kvinnor', example: false }];

    assert.equal(asked(anIndicator('SJUK', { values }), '2026-10'), true);
  });

  it('are sick leave for Barn- och utbildningsnämnden in October', () => {
    const due = indicatorsDue(plan, 'BUN', aFollowUp('2026-10'));

    assert.deepEqual(
      due.map(({ indicator, scope }) => [indicator.id, scope]),
      [['SJUKFRANVARO', 'committee']],
    );
  });
});

describe('The municipality’s total of an indicator', () => {
  const total = { period: '2026-10', value: 7, example: false };
  const own = { ...total, committeeId: 'KS' };
  const shared = { committeeIds: ['KS', 'BUN'], totalReportedBy: 'KS' };

  function scopes(committeeId: string, overrides: Partial<Indicator>, period: Month = '2026-10') {
    const plan = aPlan({ indicators: [anIndicator('SJUK', overrides)], followUps });
    return indicatorsDue(plan, committeeId, aFollowUp(period)).map(({ scope }) => scope);
  }

  it('is asked of its owner, beside the owner’s own value', () => {
    assert.deepEqual(scopes('KS', shared), ['committee', 'municipality']);
    assert.deepEqual(scopes('BUN', shared), ['committee']);
  });

  it('is all that is asked of an owner that is not responsible itself', () => {
    assert.deepEqual(scopes('KS', { committeeIds: ['SN', 'BUN'], totalReportedBy: 'KS' }), ['municipality']);
    assert.deepEqual(scopes('KS', { committeeIds: ['BUN'], totalReportedBy: 'KS' }), ['municipality']);
    assert.deepEqual(scopes('BUN', { committeeIds: ['BUN'], totalReportedBy: 'KS' }), ['committee']);
  });

  it('is asked once of a committee that alone is responsible: its own value is the total', () => {
    assert.deepEqual(scopes('KS', { committeeIds: ['KS'], totalReportedBy: 'KS' }), ['committee']);
  });

  it('is asked of nobody when nobody owns it', () => {
    assert.deepEqual(scopes('KS', { committeeIds: ['KS', 'BUN'] }), ['committee']);
  });

  it('is not asked when the plan has it, nor is the own value, each by itself', () => {
    assert.deepEqual(scopes('KS', { ...shared, values: [total] }), ['committee']);
    assert.deepEqual(scopes('KS', { ...shared, values: [own] }), ['municipality']);
    assert.deepEqual(scopes('KS', { ...shared, values: [own, total] }), []);
  });

  it('is asked when the indicator is: the yearly one in December', () => {
    assert.deepEqual(scopes('KS', { ...shared, frequency: 'year' }), []);
    assert.deepEqual(scopes('KS', { ...shared, frequency: 'year' }, '2026-12'), ['committee', 'municipality']);
  });

  it('of sick leave is asked of Kommunstyrelsen in the first month that the plan has no total for', () => {
    const months: Month[] = ['2026-10', '2026-11'];

    const asked = months.map((month) =>
      indicatorsDue(plan, 'KS', aFollowUp(month)).flatMap(({ indicator: { id }, scope }) =>
        id === 'SJUKFRANVARO' ? [scope] : [],
      ),
    );

    assert.deepEqual(asked, [['committee'], ['committee', 'municipality']]);
  });
});
