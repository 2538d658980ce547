import type { Entities, Intent, Reading } from '../reading.ts';

export function kept(from: Reading, entities: Entities, intent: Intent): Reading {
  return { intent, entities, confidence: Math.min(CARRIED_SURE, Math.max(from.confidence, 0.5)) };
}

const CARRIED_SURE = 0.8;

export const STATUS: readonly Intent[] = ['goal_status', 'indicator_status', 'committee_status', 'finance_status'];

export const NAMES = ['goal', 'goalArea', 'indicator', 'committee', 'businessArea'] as const;
