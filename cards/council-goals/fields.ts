export const gradeOf = (goalId: string): string => `grade_${goalId}`;
export const motivationOf = (goalId: string): string => `motivation_${goalId}`;

/** What there is room for on one page, on a phone and in a message. */
export const GOALS_A_PAGE = 4;
