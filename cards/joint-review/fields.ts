/** Names of the form's fields. */
export const date = 'date';
export const startsAt = 'startsAt';
export const participants = 'participants';
export const notes = 'notes';
export const committee = 'committee';
export const measure = 'measure';
export const owner = 'owner';
export const dueOn = 'dueOn';
export const effect = 'effect';

/** What belongs to the review, and what to a measure that is being written. */
export const ofReview = [date, startsAt, participants, notes] as const;
export const ofMeasure = [committee, measure, owner, dueOn, effect] as const;
