import { checkPlan } from '../domain/check-plan.ts';
import type { PlanFile } from '../domain/plan-document.ts';
import { planProblemText } from '../plan-texts.ts';
import { PlanFileJson } from './plan-schema.ts';
import { readShape } from './schema-problems.ts';

/** What a plan file in JSON turned out to be. Any error among the problems: `file` is absent. */
export interface JsonReading {
  readonly file?: PlanFile;
  readonly problems: readonly JsonProblem[];
}

export interface JsonProblem {
  readonly severity: 'error' | 'warning';
  /** `current.indicators.3.unit`; empty for the file as a whole. */
  readonly path: string;
  /** Swedish. */
  readonly what: string;
}

/** The version of the file's form; a later one will mean something else. */
const SCHEMA_VERSION = 1;

/** Reads a plan file; everything that is wrong is said at once, and never thrown. */
export function readPlanJson(text: string): JsonReading {
  try {
    return parsePlanFile(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    if (error instanceof SyntaxError) return refusedFor('', `Filen är inte giltig JSON.${placeOf(error, text)}`);
    throw error;
  }
}

/** The same for what has been taken out of its file already: the objects and lists of the JSON form. */
export function parsePlanFile(raw: unknown): JsonReading {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return refusedFor('', 'Filen är ingen plan: den ska ha fältet current med planen i.');
  const { schema = SCHEMA_VERSION, ...content } = raw as Record<string, unknown>;
  if (schema !== SCHEMA_VERSION)
    return refusedFor('schema', `ska vara ${SCHEMA_VERSION}: filen är skriven för en annan version av tjänsten`);

  const read = readShape(PlanFileJson, content);
  if ('problems' in read) return { problems: read.problems.map((problem) => ({ severity: 'error', ...problem })) };
  const problems = checkPlan(read.value.current).map((problem) => ({
    severity: problem.severity,
    path: problem.path,
    what: planProblemText(problem),
  }));
  return problems.some(({ severity }) => severity === 'error') ? { problems } : { file: read.value, problems };
}

/** The plan file as text. Equal content is equal text: fields stand in the schema's order, lists in their own. */
export function writePlanJson(file: PlanFile): string {
  return `${JSON.stringify(inOrder(file), undefined, 2)}\n`;
}

/** The same without spaces between: half as long. */
export function writeCompactPlanJson(file: PlanFile): string {
  return JSON.stringify(inOrder(file));
}

function inOrder(file: PlanFile): object {
  return { schema: SCHEMA_VERSION, ...PlanFileJson.parse(file) };
}

function refusedFor(path: string, what: string): JsonReading {
  return { problems: [{ severity: 'error', path, what }] };
}

/** Node says where a text stops being JSON in its message only. */
function placeOf({ message }: SyntaxError, text: string): string {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position === undefined) return '';
  const before = text.slice(0, Number(position)).split('\n');
  return ` Felet finns vid rad ${before.length}, tecken ${(before.at(-1)?.length ?? 0) + 1}.`;
}
