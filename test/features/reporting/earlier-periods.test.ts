import assert from 'node:assert/strict';
import type { Month } from '../../../src/domain/period.ts';
import type { PlanDocument } from '../../../src/domain/plan-document.ts';
import { carryOutEffects } from '../../../src/features/delivery/carry-out-effects.ts';
import { findPrompt } from '../../../src/features/outcomes/find-prompt.ts';
import { recordAnswer } from '../../../src/features/outcomes/record-answer.ts';
import { loadPrompt } from '../../../src/features/prompting/load-prompt.ts';
import { planRound } from '../../../src/features/prompting/plan-round.ts';
import { committeeStatus } from '../../../src/features/questions/committee-status.ts';
import { postSummary } from '../../../src/features/reporting/post-summary.ts';
import {
  aCommittee,
  aDocument,
  anAnswer,
  anArea,
  aPlan,
  aReporter,
  aReporterContact,
  aStoredAnswer,
  documentOf,
  figures,
  upnOf,
} from '../../support/builders.ts';
import { aKnownPerson, type FakePorts, inMemoryPorts, theChannel } from '../../support/fakes.ts';
import { everybodyKnown, orderedIn } from '../../support/rounds.ts';

/** September is reported, and its card stands in the channel. From October another plan applies. */
async function changedFromOctober(changes: Partial<PlanDocument>): Promise<FakePorts> {
  const ports = inMemoryPorts();
  await theChannel(ports);
  const answer = anAnswer({ areas: [figures('FORSKOLA', 890_000, 1_200_000)] });
  await ports.answers.save(aStoredAnswer({ period: '2026-09', answer }), []);
  ports.messenger.willSend({ kind: 'sent', activityId: 'the card of September' });
  await postSummary(ports, '2026-09');
  ports.plans.use(aDocument(changes), '2026-10');
  return ports;
}

async function promptOf(ports: FakePorts, committeeId: string, period: Month) {
  const loaded = await loadPrompt(ports, committeeId, period);
  assert.ok(loaded);
  return loaded.prompt;
}

const raised = documentOf(
  aPlan({ businessAreas: [anArea('FORSKOLA', { netBudgetKr: 1_800_000 }), anArea('ALDRE', { committeeId: 'SN' })] }),
);

describe('A budget that is corrected from October', () => {
  const corrected = { budgets: raised.budgets };

  it('is what October is asked against, and September keeps the old one', async () => {
    const ports = await changedFromOctober(corrected);

    const [september, october] = [await promptOf(ports, 'BUN', '2026-09'), await promptOf(ports, 'BUN', '2026-10')];

    assert.equal(september.areas[0]?.area.netBudgetKr, 1_200_000);
    assert.equal(october.areas[0]?.area.netBudgetKr, 1_800_000);
  });

  it('leaves September’s card in the channel as it is', async () => {
    const ports = await changedFromOctober(corrected);

    assert.equal(await postSummary(ports, '2026-09'), 'done');
    assert.equal(ports.messenger.messages.length, 1);
  });

  it('is told to whoever sees September’s figures in October', async () => {
    const ports = await changedFromOctober(corrected);

    const { breaks } = await promptOf(ports, 'BUN', '2026-10');
    const status = await committeeStatus(ports, aCommittee('BUN'));

    assert.deepEqual(
      breaks.map(({ kind }) => kind),
      ['budget-changed'],
    );
    assert.deepEqual(status?.breaks, breaks);
    assert.equal(status?.latest?.budgetKr, 1_200_000);
    assert.deepEqual((await committeeStatus(ports, aCommittee('SN')))?.breaks, []);
  });

  it('is not in the receipt of a September answer that is corrected afterwards', async () => {
    const ports = await changedFromOctober(corrected);
    await aKnownPerson(ports, upnOf('BUN'));
    const wanted = { committeeId: 'BUN', period: '2026-09', recipient: upnOf('BUN'), kind: 'prompt' } as const;
    const delivery = await ports.deliveries.ensure(wanted);
    await ports.deliveries.change(delivery, { state: 'sent', activityIds: ['the form'] });
    await ports.answers.save(aStoredAnswer({ period: '2026-09', revision: 2 }), [{ kind: 'cards' }]);
    ports.messenger.willUpdate();

    await carryOutEffects(ports);

    const notice = ports.messenger.messages.at(-1)?.notice;
    assert.ok(notice?.kind === 'receipt');
    assert.equal(notice.prompt.areas[0]?.area.netBudgetKr, 1_200_000);
  });

  it('stands in the record of each answer, by its version', async () => {
    const ports = await changedFromOctober(corrected);
    const [first, second] = await ports.plans.versions();

    ports.clock.moveTo('2026-10-12T08:00:00+02:00');
    const versions = [await answerFor(ports, '2026-09')];
    ports.clock.moveTo('2026-11-05T08:00:00+01:00');
    versions.push(await answerFor(ports, '2026-10'));

    assert.deepEqual(versions, [first?.version, second?.version]);
  });
});

/** Answers through a form, and gives the version that the answer says it was reported against. */
async function answerFor(ports: FakePorts, period: '2026-09' | '2026-10'): Promise<string | undefined> {
  const upn = upnOf('BUN');
  const ticket = { promptId: `prompt of ${period}`, committeeId: 'BUN', period, upn, conversationId: 'chat' };
  await ports.tickets.save(ticket);
  const found = await findPrompt(ports, ticket.promptId, { oid: 'oid-bun', upn }, 'chat');
  assert.ok(found.ok);
  const answer = anAnswer({ areas: [figures('FORSKOLA', 900_000, 1_250_000)], comment: 'Fler barn' });
  const revisionShown = (await ports.answers.find('BUN', period))?.revision ?? 0;
  const confirmed = new Set(['JUMP:outcome:FORSKOLA:900000']);
  const command = { answer, revisionShown, cardVersion: 1, confirmed };
  const recorded = await recordAnswer(ports, found.value, command, aReporter());
  assert.ok(recorded.ok, JSON.stringify(recorded));
  return recorded.value.planVersion;
}

describe('A plan that applies from November', () => {
  it('changes neither who is asked for October, nor what', async () => {
    const ports = await everybodyKnown();
    ports.plans.use(documentOf(aPlan({ businessAreas: [anArea('ALDRE', { committeeId: 'SN' })] })), '2026-11');

    assert.deepEqual(orderedIn(await planRound(ports)), [`${upnOf('BUN')} prompt BUN`, `${upnOf('SN')} prompt SN`]);
  });
});

describe('Money that the council adds in October', () => {
  it('is told to whoever sees September’s figures, without a new version of the plan', async () => {
    const added = { committee: 'BUN', amountKr: 300_000, validFrom: '2026-10-01', decision: 'KF § 87' };
    const ports = inMemoryPorts({ plan: aPlan() });
    ports.plans.use(aDocument({ supplementaryAppropriations: [added] }));
    await ports.answers.save(aStoredAnswer({ period: '2026-09' }), []);

    const { breaks } = await promptOf(ports, 'BUN', '2026-10');

    assert.deepEqual(
      breaks.map(({ kind }) => kind),
      ['appropriation'],
    );
    assert.equal((await committeeStatus(ports, aCommittee('BUN')))?.latest?.budgetKr, 1_200_000);
    assert.deepEqual((await promptOf(ports, 'BUN', '2026-09')).undivided, []);
  });
});

describe('A committee that gets another name from October', () => {
  const committees = [aCommittee('BUN', { name: 'Utbildningsnämnden' }), aCommittee('SN')];

  it('has its old name in September', async () => {
    const ports = await changedFromOctober({ committees });

    assert.equal((await promptOf(ports, 'BUN', '2026-09')).committee.name, 'Barn- och utbildningsnämnden');
    assert.equal((await promptOf(ports, 'BUN', '2026-10')).committee.name, 'Utbildningsnämnden');
  });

  it('says in October what it was called', async () => {
    const ports = await changedFromOctober({ committees });

    const status = await committeeStatus(ports, aCommittee('BUN'));

    assert.equal(status?.committee.name, 'Utbildningsnämnden');
    assert.equal(status?.latest?.committee.name, 'Barn- och utbildningsnämnden');
    assert.deepEqual(
      status?.breaks.map(({ kind }) => kind),
      ['committee-renamed'],
    );
  });
});

describe('An area that moves to another committee in October', () => {
  const areaMoves = [{ businessArea: 'FORSKOLA', from: 'BUN', to: 'SN', validFrom: '2026-10-01' }];

  it('is asked for from the new one, with what the old one reported', async () => {
    const ports = await changedFromOctober({ areaMoves });

    const { areas } = await promptOf(ports, 'SN', '2026-10');

    assert.deepEqual(areas.find(({ area }) => area.id === 'FORSKOLA')?.earlier, {
      ...{ period: '2026-09', outcomeKr: 890_000 },
      reportedBy: 'Barn- och utbildningsnämnden',
    });
  });

  it('is still the old one’s in September', async () => {
    const ports = await changedFromOctober({ areaMoves });
    const areasOf = async (committeeId: string): Promise<string[]> =>
      (await promptOf(ports, committeeId, '2026-09')).areas.map(({ area }) => area.id);

    assert.deepEqual([await areasOf('BUN'), await areasOf('SN')], [['FORSKOLA'], ['ALDRE']]);
  });

  it('leaves a committee without areas with nothing to report', async () => {
    const ports = await changedFromOctober({ areaMoves });
    await aKnownPerson(ports, upnOf('BUN'));
    await aKnownPerson(ports, upnOf('SN'));

    assert.deepEqual(orderedIn(await planRound(ports)), [`${upnOf('SN')} prompt SN`]);
  });
});

describe('A committee that takes over from another in October', () => {
  const committees = [
    aCommittee('BUN', { name: 'Skolnämnden', validTo: '2026-09-30' }),
    aCommittee('NY', { name: 'Nya nämnden', validFrom: '2026-10-01', succeeds: 'BUN' }),
  ];
  const budgets = aDocument().budgets.map((budget) => ({ ...budget, committee: 'NY' }));
  const contacts = documentOf(aPlan({ contacts: [aReporterContact('BUN'), aReporterContact('NY')] })).contacts;

  it('is the one that is asked from then on', async () => {
    const ports = await changedFromOctober({ committees, budgets, contacts });
    await aKnownPerson(ports, upnOf('BUN'));
    await aKnownPerson(ports, upnOf('NY'));

    assert.deepEqual(orderedIn(await planRound(ports)), [`${upnOf('NY')} prompt NY`]);
  });

  it('has its predecessor’s latest report as its status, under the predecessor’s name', async () => {
    const ports = await changedFromOctober({ committees, budgets, contacts });

    const status = await committeeStatus(ports, aCommittee('NY'));

    assert.equal(status?.committee.name, 'Nya nämnden');
    assert.equal(status?.latest?.committee.name, 'Barn- och utbildningsnämnden');
    assert.equal(status?.latest?.outcomeKr, 890_000);
    assert.ok(status?.breaks.some(({ kind }) => kind === 'committee-new'));
  });
});

describe('Somebody who takes over as reporter', () => {
  it('may correct a month from before, and who has left may not', async () => {
    const ports = await changedFromOctober({
      contacts: documentOf(aPlan({ contacts: [aReporterContact('BUN', 2)] })).contacts,
    });
    ports.clock.moveTo('2026-10-12T08:00:00+02:00');
    const open = async (upn: string): Promise<boolean> => {
      await ports.tickets.save({ promptId: upn, committeeId: 'BUN', period: '2026-09', upn, conversationId: 'chat' });
      return (await findPrompt(ports, upn, { oid: upn, upn }, 'chat')).ok;
    };

    assert.deepEqual([await open(upnOf('BUN', 2)), await open(upnOf('BUN'))], [true, false]);
  });
});
