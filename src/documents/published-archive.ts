import { z } from 'zod';
import type { ArchivedPlan } from '../domain/plan-document.ts';
import { ArchivedPlanJson } from './archive-schema.ts';
import { PublishedPlan } from './published-archive-schema.ts';
import { accountsOf, financialGoalsOf, notesOf, personnelOf } from './published-figures.ts';
import { readShape } from './schema-problems.ts';

export interface ArchiveReading {
  /** Empty when there is a problem. */
  readonly archive: readonly ArchivedPlan[];
  /** `0.operatingAccounts.rader.2.kod`, from the list on. */
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

/**
 * Reads earlier plans, each as it was published or in the plan file's own form. Every published figure comes over as it
 * stands: its digits, its unit and its sign.
 */
export function readPublishedArchive(raw: unknown): ArchiveReading {
  const list = readShape(z.array(z.unknown(), 'ska vara en lista'), raw);
  if ('problems' in list) return { archive: [], problems: list.problems.map(asProblem('')) };

  const readings = list.value.map(readArchivedPlan);
  const problems = readings.flatMap((reading, at) =>
    'problems' in reading ? reading.problems.map(asProblem(at)) : [],
  );
  const archive = readings.flatMap((reading) => ('value' in reading ? [reading.value] : []));
  return { archive: problems.length > 0 ? [] : archive, problems };
}

function readArchivedPlan(raw: unknown) {
  if (!isAsPublished(raw)) return readShape(ArchivedPlanJson, raw);
  const reading = readShape(PublishedPlan, raw);
  return 'value' in reading ? { value: toArchivedPlan(reading.value) } : reading;
}

/** Keys of the published form; `personnel` is a list in the plan file's own. */
const PUBLISHED_KEYS = [
  'goals',
  'gradeNote',
  'summary',
  'supplementaryDecisionsT1',
  'operatingAccounts',
  'previousYear',
];

function isAsPublished(raw: unknown): boolean {
  if (typeof raw !== 'object' || raw === null) return false;
  return PUBLISHED_KEYS.some((key) => key in raw) || ('personnel' in raw && !Array.isArray(raw.personnel));
}

function toArchivedPlan(plan: PublishedPlan): ArchivedPlan {
  const { scale = [], goals = [], summary, supplementaryDecisionsT1 } = plan;
  const counts = summary ? [summary.FULL, summary.PARTLY, summary.NOT] : [];
  return {
    id: plan.id,
    title: plan.title,
    scale,
    grades: goals.map(({ name, ...grade }) => ({ goal: name, ...grade })),
    gradeCounts: counts.map((number, at) => ({ grade: scale[at] ?? '', goals: number })),
    accounts: accountsOf(plan),
    personnel: personnelOf(plan.personnel),
    financialGoals: financialGoalsOf(plan),
    decisions: supplementaryDecisionsT1?.beslut ?? [],
    notes: notesOf(plan),
  };
}

function asProblem(at: number | '') {
  return ({ path, what }: { readonly path: string; readonly what: string }) => ({
    path: [at, path].filter((part) => part !== '').join('.'),
    message: what,
  });
}
