import assert from 'node:assert/strict';
import { runStyr } from '../../src/cli/run-styr.ts';
import { exampleFile } from '../support/builders.ts';
import { FakePlanFiles, inMemoryPorts } from '../support/fakes.ts';

function styr(...args: string[]) {
  const ports = inMemoryPorts();
  ports.plans.use(exampleFile().current);
  const { reportFiles, clock } = ports;
  return runStyr(args, { files: new FakePlanFiles(), reportFiles, clock, openStores: async () => ports });
}

describe('styr ask', () => {
  it('says what a question is about, by the names of the plan in force', async () => {
    const { out, exitCode } = await styr('ask', 'sjukfrånvaro bun', '--json');

    assert.equal(exitCode, 0);
    const { intent, entities } = JSON.parse(out);
    assert.equal(intent, 'indicator_status');
    assert.deepEqual(entities, { indicator: 'SJUKFRANVARO', committee: 'BUN', period: 'latest' });
  });

  it('keeps what the question before was about', async () => {
    const { out } = await styr('ask', 'och socialnämnden?', '--context', 'hur går det för BUN', '--json');

    assert.equal(JSON.parse(out).entities.committee, 'SN');
  });

  it('shows which words decided', async () => {
    const { out } = await styr('ask', 'har KFN underskott', '--explain');

    assert.match(out, /finance_status .*committee=KFN/);
    assert.match(out, /“KFN”: committee KFN/);
  });

  it('does not take a day that is none', async () => {
    const { exitCode, err } = await styr('ask', 'hej', '--now', 'igår');

    assert.equal(exitCode, 2);
    assert.match(err, /är ingen tid/);
  });
});
