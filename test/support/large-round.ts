import type { ContactEntry, PlanFile } from '../../src/domain/plan-document.ts';
import type { KnownConversation, Ports } from '../../src/ports.ts';
import { exampleFile } from './builders.ts';
import { appId, tenantId } from './tokens.ts';

/** Who owes October in a large municipality: so many committees, each with a reporter and deputies. */
export interface LargeRound {
  readonly committees: number;
  /** Reporter and deputies of each. */
  readonly people: number;
}

/** The example plan's frame with committees of its own. Each has a step of the ladder for every deputy, two days after the due day. */
export function largePlan({ committees, people }: LargeRound): PlanFile {
  const { current } = exampleFile();
  const ids = committeeIds(committees);
  return {
    archive: [],
    current: {
      ...current,
      ...{ goalAreas: [], councilGoals: [], subGoals: [], committeeGoals: [], goalGrades: [], indicators: [] },
      ...{ councilAssignments: [], investments: [], frames: [], supplementaryAppropriations: [], areaMoves: [] },
      ...{ channels: [], commitments: [], outcomes: [], operationalPlans: [] },
      committees: ids.map((id) => ({ id, name: `Nämnden ${id}`, aliases: [] })),
      budgets: ids.map((committee) => ({
        committee,
        businessArea: `${committee}-A`,
        businessAreaName: 'Verksamheten',
        year: 2026,
        netBudgetKr: 120_000_000,
      })),
      contacts: [...ids.flatMap((committee) => contactsOf(committee, people)), controller],
      followUpPlan: [
        {
          year: 2026,
          period: '2026-10',
          kind: 'month',
          asks: ['finance'],
          opens: 'working day 3 of the following month',
          due: 'working day 10 of the following month',
          reminders: [
            '2 working days before',
            'on the due day',
            ...Array.from({ length: people - 1 }, () => '2 working days after: deputy too'),
            '4 working days after: committee approver is told',
          ],
        },
      ],
    },
  };
}

const controller: ContactEntry = {
  committee: null,
  role: 'controller',
  order: 1,
  upn: 'controller@styrmodell.example',
};

export function committeeIds(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `N${String(index + 1).padStart(3, '0')}`);
}

function contactsOf(committee: string, people: number): ContactEntry[] {
  const reporters = Array.from(
    { length: people },
    (_, index): ContactEntry => ({ committee, role: 'reporter', order: index + 1, upn: upnIn(committee, index + 1) }),
  );
  return [...reporters, { committee, role: 'committeeApprover', order: 1, upn: approverOf(committee) }];
}

/** UPN of a committee's reporter (1) or one of the deputies. */
export function upnIn(committee: string, order: number): string {
  return `p${order}.${committee.toLowerCase()}@styrmodell.example`;
}

export function approverOf(committee: string): string {
  return `chef.${committee.toLowerCase()}@styrmodell.example`;
}

/** Puts the plan in force, and everybody in it in reach at the connector. */
export async function settleIn(
  { plans, people, conversations }: Pick<Ports, 'plans' | 'people' | 'conversations'>,
  file: PlanFile,
  serviceUrl: string,
): Promise<void> {
  await plans.publish(file, { validFrom: '2026-01', publishedBy: 'styr', reason: '' });
  const everybody = file.current.contacts.map(({ upn }) => upn);
  for (let at = 0; at < everybody.length; at += 20) {
    await Promise.all(
      everybody.slice(at, at + 20).map(async (upn) => {
        await people.bind(oidOf(upn), upn);
        await conversations.remember(conversationOf(upn, serviceUrl));
      }),
    );
  }
}

export function oidOf(upn: string): string {
  return `oid-${upn}`;
}

/** The person's own chat, as an installation would have left it. */
export function conversationOf(upn: string, serviceUrl: string): KnownConversation {
  const oid = oidOf(upn);
  const id = `a:1-${oid}`;
  return {
    id,
    kind: 'personal',
    key: oid,
    reference: {
      channelId: 'msteams',
      serviceUrl,
      bot: { id: `28:${appId}`, name: 'Styrmodellen' },
      user: { id: `29:${oid}`, aadObjectId: oid },
      conversation: { id, conversationType: 'personal', tenantId },
    },
  };
}
