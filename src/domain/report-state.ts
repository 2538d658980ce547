/**
 * Where a report is. A committee's: `open` → `handed-in` → `signed`, or `sent-back` with a reason, from which it is handed in
 * again. The municipality's: `open` → `reviewed` → `compiled` → `approved`, or `sent-back` by the council, from which it is
 * compiled again. A correction after the approval makes it `compiled` again as a new version beside the approved one.
 */
export const reportStates = ['open', 'handed-in', 'sent-back', 'signed', 'reviewed', 'compiled', 'approved'] as const;
export type ReportState = (typeof reportStates)[number];

/** What somebody does to a report. `write` changes texts, `grade` the council goals, `note-review` what is known of the joint review. */
export const reportDeeds = [
  'write',
  'hand-in',
  'sign',
  'send-back',
  'note-review',
  'grade',
  'hold-review',
  'compile',
  'decide',
] as const;
export type ReportDeed = (typeof reportDeeds)[number];
