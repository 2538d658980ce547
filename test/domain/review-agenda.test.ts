import assert from 'node:assert/strict';
import type { PlanDocument } from '../../src/domain/plan-document.ts';
import type {
  CommitteeReportContent,
  CommitteeStanding,
  GoalContent,
  MunicipalReportContent,
  WorkContent,
} from '../../src/domain/report-content.ts';
import { reviewAgenda } from '../../src/domain/review-agenda.ts';
import { aPlanDocument } from '../support/plan-document.ts';
import { aCommitteeReport, anOccasion } from '../support/report-facts.ts';

const plan: PlanDocument = aPlanDocument({ followUpPlan: [anOccasion('2026-08', 'interim')], commitments: [] });

function aReport(committeeId: string, overrides: Partial<CommitteeReportContent> = {}): CommitteeReportContent {
  const report = aCommitteeReport(plan, 'BUN', '2026-08');
  return { ...report, committeeId, committeeName: `Nämnd ${committeeId}`, goals: [], ...overrides };
}

function deviating(committeeId: string, deviationKr?: number): CommitteeReportContent {
  const report = aReport(committeeId);
  return { ...report, finance: { ...report.finance, ...(deviationKr === undefined ? {} : { deviationKr }) } };
}

function agendaOf(committees: readonly CommitteeReportContent[], standings: readonly CommitteeStanding[] = []) {
  return reviewAgenda({ committees, standings, gradeScale: plan.gradeScale } as unknown as MunicipalReportContent);
}

function aGoal(name: string, gradeId: string | undefined, proposed: string | undefined): GoalContent {
  return {
    ...{ goalId: name, name, contributesTo: [] },
    ...(gradeId === undefined ? {} : { graded: { gradeId, motivation: 'Så' } }),
    proposal: {
      ...(proposed === undefined ? {} : { gradeId: proposed }),
      reason: { kind: 'nothing-to-judge-by', missing: 0 },
    },
  };
}

describe('The agenda of a joint review', () => {
  it('begins with the forecasts farthest from budget, the deficit first of two that are as large', () => {
    const agenda = agendaOf([
      deviating('A', -200),
      deviating('B', 900),
      deviating('C', 0),
      deviating('D', -900),
      deviating('E'),
    ]);

    assert.deepEqual(agenda, [
      { kind: 'deviation', committeeId: 'D', committeeName: 'Nämnd D', deviationKr: -900 },
      { kind: 'deviation', committeeId: 'B', committeeName: 'Nämnd B', deviationKr: 900 },
      { kind: 'deviation', committeeId: 'A', committeeName: 'Nämnd A', deviationKr: -200 },
    ]);
  });

  it('has the grades that differ from what is proposed, by their names', () => {
    const goals = [
      aGoal('Lika', 'NAS', 'NAS'),
      aGoal('Olika', 'NAS', 'INTE'),
      aGoal('Ograderat', undefined, 'INTE'),
      aGoal('Utan förslag', 'NAS', undefined),
      aGoal('Utanför skalan', 'OKAND', 'NAS'),
    ];

    assert.deepEqual(agendaOf([aReport('A', { goals })]), [
      {
        ...{ kind: 'grade-differs', committeeName: 'Nämnd A', goalName: 'Olika' },
        ...{ gradeLabel: 'Nås', proposedLabel: 'Nås inte' },
      },
    ]);
  });

  it('has what is missing: who has not answered first, then who lacks most', () => {
    const standing = (committeeName: string, ...what: CommitteeStanding['missing'][number]['what'][]) => ({
      ...{ committeeId: committeeName, committeeName, state: 'open' as const, changedSinceSigned: false },
      missing: what.map((one) => ({ what: one, names: [] })),
    });

    const agenda = agendaOf(
      [],
      [
        standing('Hel'),
        standing('Utan prognos', 'forecast', 'signature'),
        standing('Utan mycket', 'outcome', 'forecast', 'grade'),
        standing('Utan svar', 'answer', 'signature'),
      ],
    );

    assert.deepEqual(
      agenda.map((item) => item.kind === 'missing' && item.committeeName),
      ['Utan svar', 'Utan mycket', 'Utan prognos'],
    );
  });

  it('ends with what is late, longest first, and what a committee itself says is late', () => {
    const work = (name: string, days: number, status: WorkContent['status'] = 'ongoing'): WorkContent => ({
      ...{ id: name, kind: 'activity', name, status },
      lateness: days > 0 ? { kind: 'late', endsOn: '2026-08-01', days } : { kind: 'on-time', endsOn: '2026-12-31' },
    });

    const agenda = agendaOf([
      aReport('A', { work: [work('I tid', 0), work('Befarat sent', 0, 'late'), work('Sent', 3)] }),
      aReport('B', { assignments: [work('Uppdraget', 40)], agreedMeasures: [work('Åtgärden', 12)] }),
    ]);

    assert.deepEqual(
      agenda.map((item) => item.kind === 'late' && [item.committeeName, item.name, item.days]),
      [
        ['Nämnd B', 'Uppdraget', 40],
        ['Nämnd B', 'Åtgärden', 12],
        ['Nämnd A', 'Sent', 3],
        ['Nämnd A', 'Befarat sent', 0],
      ],
    );
  });
});
