import assert from 'node:assert/strict';
import type { Month } from '../../src/domain/period.ts';
import type { ContactEntry } from '../../src/domain/plan-document.ts';
import type { Doer } from '../../src/domain/report-record.ts';
import type { Result } from '../../src/domain/result.ts';
import { findMunicipalReport, findReport } from '../../src/features/reporting/find-report.ts';
import { handInReport } from '../../src/features/reporting/hand-in-report.ts';
import type { About } from '../../src/features/reporting/report-about.ts';
import type { CommitteeReportView, MunicipalReportView } from '../../src/features/reporting/report-view.ts';
import { holdReview } from '../../src/features/reporting/review.ts';
import { signReport } from '../../src/features/reporting/sign-report.ts';
import { MUNICIPALITY } from '../../src/ports.ts';
import { aFollowUp, anAnswer, aPlan, aReporter, aStoredAnswer, documentOf, figures, upnOf } from './builders.ts';
import { type FakePorts, inMemoryPorts } from './fakes.ts';
import { aPlanDocument } from './plan-document.ts';

const doer = (upn: string, name: string): Doer => ({ upn, name });

/** Everybody who has to do with reports. */
export const reporter = doer(upnOf('BUN'), 'Rut Rapportör');
export const deputy = doer(upnOf('BUN', 2), 'Dag Deputerad');
export const approver = doer('chef.bun@styrmodell.example', 'Cecilia Chef');
export const othersReporter = doer(upnOf('SN'), 'Siv Rapportör');
export const othersApprover = doer('chef.sn@styrmodell.example', 'Sten Chef');
export const controller = doer('controller@styrmodell.example', 'Anna Controller');
export const otherController = doer('controller2@styrmodell.example', 'Bo Controller');
export const clerk = doer('sekreterare@styrmodell.example', 'Kim Sekreterare');
export const manager = doer('kommundirektor@styrmodell.example', 'Mia Direktör');
export const administrator = doer('forvaltare@styrmodell.example', 'Ada Förvaltare');
export const stranger = doer('okand@styrmodell.example', 'Okänd');

/** January–August: the period that the tests report, besides the month before it. */
export const INTERIM: Month = '2026-08';

const asks = ['finance', 'indicators', 'goals', 'activities'] as const;

const followUps = [
  aFollowUp('2026-04', { kind: 'tertial', asks }),
  aFollowUp('2026-07'),
  aFollowUp(INTERIM, { kind: 'interim', asks }),
  aFollowUp('2026-09'),
  aFollowUp('2026-12', { kind: 'annual', asks }),
];

function contacts(): readonly ContactEntry[] {
  const own = [
    { committee: 'BUN', role: 'committeeApprover', order: 1, upn: approver.upn },
    { committee: 'SN', role: 'committeeApprover', order: 1, upn: othersApprover.upn },
    { committee: null, role: 'controller', order: 2, upn: otherController.upn },
    { committee: null, role: 'councilClerk', order: 1, upn: clerk.upn },
    { committee: null, role: 'manager', order: 1, upn: manager.upn },
    { committee: null, role: 'administrator', order: 1, upn: administrator.upn },
  ] as const;
  return [...documentOf(aPlan()).contacts, ...own];
}

/** Two committees in the middle of the interim report: it opened on 3 September, and it is the tenth. Nobody has answered. */
export function inReportPeriod({ now = '2026-09-10T08:00:00+02:00', roster = contacts() } = {}): FakePorts {
  const ports = inMemoryPorts({ now });
  const { followUpPlan } = documentOf(aPlan({ followUps }));
  ports.plans.use(aPlanDocument({ followUpPlan, contacts: roster }));
  return ports;
}

/** The usual roster, and more roles for some. */
export function rosterWith(...more: readonly ContactEntry[]): readonly ContactEntry[] {
  return [...contacts(), ...more];
}

/** The committee's reporter answers the form; again is a correction. */
export async function answers(
  ports: FakePorts,
  committeeId = 'BUN',
  { forecastKr = 1_200_000, by = committeeId === 'BUN' ? reporter : othersReporter } = {},
): Promise<void> {
  const revision = ((await ports.answers.find(committeeId, INTERIM))?.revision ?? 0) + 1;
  const area = committeeId === 'BUN' ? 'FORSKOLA' : 'ALDRE';
  const stored = aStoredAnswer({
    ...{ committeeId, period: INTERIM, revision, reporter: aReporter({ ...by, oid: `oid of ${by.upn}` }) },
    answer: anAnswer({ areas: [figures(area, 800_000, forecastKr)] }),
  });
  assert.equal(await ports.answers.save(stored, []), 'saved');
}

/** What the committee's card carries now. */
export async function shown(ports: FakePorts, committeeId = 'BUN', period = INTERIM): Promise<About> {
  const { mark, record } = value(await findReport(ports, { scope: committeeId, period }, controller));
  return { scope: committeeId, period, revision: record?.revision ?? 0, mark: mark.slice(0, 16) };
}

/** What the municipality's card carries now. */
export async function shownMunicipal(ports: FakePorts, period = INTERIM): Promise<About> {
  const { mark, record } = value(await findMunicipalReport(ports, period, controller));
  return { scope: MUNICIPALITY, period, revision: record?.revision ?? 0, mark: mark.slice(0, 16) };
}

/** The committee has answered and handed in. */
export async function handedIn(ports: FakePorts, committeeId = 'BUN'): Promise<CommitteeReportView> {
  await answers(ports, committeeId);
  const by = committeeId === 'BUN' ? reporter : othersReporter;
  return value(await handInReport(ports, await shown(ports, committeeId), by));
}

/** And its approver has signed. */
export async function signed(ports: FakePorts, committeeId = 'BUN'): Promise<CommitteeReportView> {
  await handedIn(ports, committeeId);
  const by = committeeId === 'BUN' ? approver : othersApprover;
  return value(await signReport(ports, await shown(ports, committeeId), by));
}

export const theReview = {
  date: '2026-09-09',
  startsAt: '08:30',
  participants: 'KS och nämnderna',
  notes: 'Vi gick igenom allt.',
};

export async function reviewed(ports: FakePorts): Promise<MunicipalReportView> {
  return value(await holdReview(ports, await shownMunicipal(ports), theReview, controller));
}

export function value<Value>(result: Result<Value, unknown>): Value {
  assert(result.ok, `refused: ${JSON.stringify(result)}`);
  return result.value;
}

export function problem(result: Result<unknown, unknown>): unknown {
  return result.ok ? 'done' : result.problem;
}
