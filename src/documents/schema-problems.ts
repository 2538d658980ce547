import { z } from 'zod';

/** What is wrong in one place of a file, in Swedish. */
export interface ShapeProblem {
  /** `current.indicators.3.unit`; empty for the file as a whole. */
  readonly path: string;
  readonly what: string;
}

type Issue = z.core.$ZodIssue;

/** Reads with a schema; what is wrong comes back all at once, a problem for each place. */
export function readShape<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
): { readonly value: z.output<Schema> } | { readonly problems: readonly ShapeProblem[] } {
  const parsed = schema.safeParse(raw, { error: inSwedish, reportInput: true });
  if (parsed.success) return { value: parsed.data };
  return { problems: parsed.error.issues.flatMap((issue) => shapeProblems(issue, [])) };
}

function shapeProblems(issue: Issue, above: readonly PropertyKey[]): ShapeProblem[] {
  const path = [...above, ...issue.path];
  if (issue.input === undefined) return [{ path: pathText(path), what: 'saknas' }];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: pathText([...path, key]),
      what: 'är inget fält som en plan har; rätta namnet eller ta bort det',
    }));
  const meant = issue.code === 'invalid_union' ? meantBranch(issue) : undefined;
  if (meant) return meant.flatMap((inner) => shapeProblems(inner, path));
  return [{ path: pathText(path), what: issue.message }];
}

/** The one form of several that the writer must have meant: what is there fits it better than any other. */
function meantBranch({ errors }: z.core.$ZodIssueInvalidUnion): readonly Issue[] | undefined {
  const fewest = Math.min(...errors.map((issues) => issues.length));
  const closest = errors.filter((issues) => issues.length === fewest);
  return closest.length === 1 ? closest[0] : undefined;
}

function pathText(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'ett objekt med fält',
  number: 'ett tal',
};

/** For what the schema itself has no words for. */
function inSwedish(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type' && TYPES[issue.expected]) return `ska vara ${TYPES[issue.expected]}`;
  if (issue.code === 'invalid_value') return `ska vara en av: ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_union')
    return 'ska ha ett av fälten atLeast, atMost, between, onDate, yesNo och text, eller vara null när inget målvärde finns';
  const said = z.locales.sv().localeError(issue);
  return typeof said === 'string' ? said : said?.message;
}
