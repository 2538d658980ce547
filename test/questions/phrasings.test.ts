import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planFiles } from '../../src/documents/plan-files.ts';
import { readPlanJson } from '../../src/documents/plan-json.ts';
import type { PlanFile } from '../../src/domain/plan-document.ts';
import { PROJECT_ROOT } from '../../src/local/project.ts';
import { fillIn } from '../support/fill-in-template.ts';
import { type Example, score, scoreText } from './score.ts';

const now = new Date('2026-11-05T08:00:00+01:00');

/**
 * Ways of asking that were collected while the grammar was written, by its author: they show that nothing is lost when it is
 * changed, and say less about how well it understands others than dev.jsonl does. A few that it doesn't understand are kept.
 */
describe('Ways of asking collected while the grammar was written', () => {
  it('are understood over the example plan', () => {
    const { file } = readPlanJson(readFileSync(join(PROJECT_ROOT, 'src/local/example-plan.json'), 'utf8'));
    assert.ok(file);

    holds('phrasings.jsonl', file);
  });

  it('are understood over the plan of an invented municipality, with levels, numbers and committees of its own', async () => {
    const typed = readFileSync(join(PROJECT_ROOT, 'test/support/krakbacken.txt'), 'utf8');
    const workbook = await fillIn(await planFiles.writeWorkbook(undefined), typed);
    const { content } = await planFiles.read(workbook, 'plan.xlsx');
    assert.ok(content?.kind === 'plan');

    holds('phrasings-krakbacken.jsonl', content.file);
  });
});

function holds(name: string, plan: PlanFile): void {
  const lines = readFileSync(join(PROJECT_ROOT, 'test/questions', name), 'utf8')
    .trim()
    .split('\n');
  const examples: readonly Example[] = lines.map((line) => JSON.parse(line));

  const result = score(examples, plan, now);

  const text = scoreText(name, result);
  assert.ok(result.intent >= 0.96, text);
  assert.ok(result.entities >= 0.96, text);
  assert.ok(result.wrongConfident <= 0.04, text);
}
