import assert from 'node:assert/strict';
import { planFiles } from '../../../src/documents/plan-files.ts';
import { makeNextYear } from '../../../src/features/planning/next-year.ts';
import { nextYearWords } from '../../../src/words/next-year-words.ts';
import { anAnswer, aStoredAnswer, exampleFile, figures } from '../../support/builders.ts';
import { type FakePorts, inMemoryPorts } from '../../support/fakes.ts';

/** The example plan's municipality in February 2027, when BUN has reported its year. */
async function afterTheYear(): Promise<FakePorts> {
  const ports = inMemoryPorts({ now: '2027-02-20T09:00:00+01:00' });
  ports.plans.use(exampleFile().current);
  const areas = [figures('FORSKOLA', 200_000_000, 200_000_000)];
  await ports.answers.save(aStoredAnswer({ committeeId: 'BUN', period: '2026-12', answer: anAnswer({ areas }) }), []);
  return ports;
}

describe('The workbook of the year to come', () => {
  it('comes back as the same plan, and its sheet about the year behind is not read', async () => {
    const made = await makeNextYear(await afterTheYear(), nextYearWords);
    assert(made.ok);

    const bytes = await planFiles.writeWorkbook(made.value.file, made.value.ground);
    const reading = await planFiles.read(bytes, 'nästa år.xlsx');

    assert.deepEqual(
      reading.problems.filter(({ severity, where }) => severity === 'error' || where === 'Underlag'),
      [],
    );
    assert.equal(reading.content?.kind, 'plan');
    assert(reading.content?.kind === 'plan');
    assert.deepEqual(reading.content.file.current, made.value.file.current);
  });

  it('says that the annual report is not approved yet', async () => {
    const made = await makeNextYear(await afterTheYear(), nextYearWords);

    assert(made.ok);
    assert.equal(made.value.ground.approval, undefined);
    assert.equal(made.value.ground.year, 2026);
  });

  it('is not made of a year that the plan does not follow up', async () => {
    const made = await makeNextYear(await afterTheYear(), nextYearWords, 2031);

    assert.deepEqual(made, { ok: false, problem: { code: 'NO_ANNUAL_REPORT', year: 2031 } });
  });
});
