import assert from 'node:assert/strict';
import type { Month } from '../../../src/domain/period.ts';
import type { WorkStatus } from '../../../src/domain/plan-document.ts';
import { loadPrompt } from '../../../src/features/prompting/load-prompt.ts';
import { anAgreedMeasure, anAnswer, aStoredAnswer, exampleFile } from '../../support/builders.ts';
import { type FakePorts, inMemoryPorts } from '../../support/fakes.ts';

const measure = anAgreedMeasure('VAKANSER', { period: '2025-12', dueOn: '2026-06-30' });

function aMunicipality() {
  const ports = inMemoryPorts();
  ports.plans.use(exampleFile().current);
  return ports;
}

/** Counts what is asked of the store of reports, and which years are asked of the store of answers. */
function watched(ports: FakePorts) {
  const asked = { reports: 0, years: [] as number[] };
  const { agreedMeasures } = ports.reports;
  ports.reports.agreedMeasures = () => {
    asked.reports += 1;
    return agreedMeasures.call(ports.reports);
  };
  const { findYear } = ports.answers;
  ports.answers.findYear = (committeeId, year) => {
    asked.years.push(year);
    return findYear.call(ports.answers, committeeId, year);
  };
  return asked;
}

async function measuresAsked(ports: FakePorts, period: Month, committeeId = 'BUN'): Promise<[string, WorkStatus][]> {
  const loaded = await loadPrompt(ports, committeeId, period);
  return (loaded?.prompt.work ?? []).flatMap(({ id, kind, status }) => (kind === 'measure' ? [[id, status]] : []));
}

async function say(ports: FakePorts, period: Month, status: WorkStatus): Promise<void> {
  const answer = anAnswer({ work: [{ workId: measure.id, status }] });
  await ports.answers.save(aStoredAnswer({ period, answer }), []);
}

describe('A measure that was agreed at a joint review', () => {
  it('is asked for in every later follow-up of its committee, until it is done', async () => {
    const ports = aMunicipality();
    await ports.reports.agree(measure);

    assert.deepEqual(await measuresAsked(ports, '2026-02'), [['VAKANSER', 'notStarted']]);
    await say(ports, '2026-02', 'ongoing');
    assert.deepEqual(await measuresAsked(ports, '2026-04'), [['VAKANSER', 'ongoing']]);
    await say(ports, '2026-04', 'done');
    assert.deepEqual(await measuresAsked(ports, '2026-04'), [['VAKANSER', 'ongoing']], 'Its own answer can be changed');
    assert.deepEqual(await measuresAsked(ports, '2026-05'), []);
  });

  it('is over when that was said in an earlier year', async () => {
    const ports = aMunicipality();
    await ports.reports.agree({ ...measure, period: '2025-08' });
    await say(ports, '2025-12', 'done');

    assert.deepEqual(await measuresAsked(ports, '2026-02'), []);
  });

  it('is no other committee’s question', async () => {
    const ports = aMunicipality();
    await ports.reports.agree(measure);

    assert.deepEqual(await measuresAsked(ports, '2026-02', 'SN'), []);
  });
});

describe('What agreed measures cost a press', () => {
  it('is one question to storage every five seconds, for all committees and presses together', async () => {
    const ports = aMunicipality();
    const asked = watched(ports);

    for (const committeeId of ['BUN', 'SN', 'BUN']) await loadPrompt(ports, committeeId, '2026-10');
    ports.clock.pass(4.9);
    await loadPrompt(ports, 'BUN', '2026-10');
    assert.equal(asked.reports, 1);

    ports.clock.pass(0.1);
    await loadPrompt(ports, 'BUN', '2026-10');
    assert.equal(asked.reports, 2);
  });

  it('is no earlier year’s answers where nothing was agreed then', async () => {
    const ports = aMunicipality();
    const asked = watched(ports);
    await ports.reports.agree(measure);

    await loadPrompt(ports, 'SN', '2026-10');
    assert.deepEqual(new Set(asked.years), new Set([2026]));

    await loadPrompt(ports, 'BUN', '2026-10');
    assert.deepEqual(new Set(asked.years), new Set([2025, 2026]));
  });

  it('is asked for anew by the next press when storage could not be reached', async () => {
    const ports = aMunicipality();
    await ports.reports.agree(measure);
    const { agreedMeasures } = ports.reports;
    ports.reports.agreedMeasures = async () => {
      throw new Error('storage is away');
    };

    await assert.rejects(loadPrompt(ports, 'BUN', '2026-10'), /storage is away/);
    ports.reports.agreedMeasures = agreedMeasures;

    assert.deepEqual(await measuresAsked(ports, '2026-10'), [['VAKANSER', 'notStarted']]);
  });
});

describe('The investments of a report period', () => {
  it('start from what was reported of them in an earlier year of the plan', async () => {
    const ports = inMemoryPorts();
    ports.plans.use({ ...exampleFile().current, periodFrom: 2025, investments: [project], followUpPlan });
    const answer = anAnswer({
      investments: [
        { project: 'Brygga', outcome: { kind: 'value', amountKr: 10 }, forecast: { kind: 'value', amountKr: 900_000 } },
      ],
    });
    await ports.answers.save(aStoredAnswer({ committeeId: 'SBN', period: '2025-12', answer }), []);

    const loaded = await loadPrompt(ports, 'SBN', '2026-08');

    assert.deepEqual(
      loaded?.prompt.investments.map(({ outcome }) => outcome),
      [{ amountKr: 10, period: '2025-12' }],
    );
  });
});

const project = { committee: 'SBN', project: 'Brygga', budgetKr: 1_000_000 };
/** A report that asks for finance alone. */
const followUpPlan = exampleFile().current.followUpPlan.map((one) => ({ ...one, asks: ['finance'] as const }));
