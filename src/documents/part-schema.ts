import { z } from 'zod';
import type { CommitteePart } from '../domain/committee-part.ts';
import { PlanFileJson } from './plan-schema.ts';
import { Id } from './plan-schema-fields.ts';

const { committeeGoals, commitments, budgets } = PlanFileJson.out.shape.current.out.shape;

/** A committee's part of a plan: the same rows as in the plan itself. */
export const CommitteePartJson: z.ZodType<CommitteePart> = z.strictObject({
  planId: Id,
  committee: Id,
  committeeGoals,
  commitments,
  budgets,
});
