import type { PlanFile } from '../domain/plan-document.ts';
import { writeCompactPlanJson } from './plan-json.ts';
import { PlanFileJson } from './plan-schema.ts';
import { readShape } from './schema-problems.ts';

/** A plan's text as storage keeps it. */
export const planText = {
  /** What was put in force was checked then: only its form is looked at, so that later checks leave it readable. */
  read(text: string): PlanFile {
    const { schema: _, ...content } = JSON.parse(text) as Record<string, unknown>;
    const read = readShape(PlanFileJson, content);
    if ('value' in read) return read.value;
    throw new Error(`The stored plan can't be read: ${read.problems.map(({ path }) => path).join(', ')}`);
  },
  write: writeCompactPlanJson,
};
