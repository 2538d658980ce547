/**
 * Where a report is. A committee's: `open` → `handed-in` → `signed`, or `sent-back` with a reason, from which it is handed in
 * again. The municipality's: `open` → `reviewed` → `compiled` → `approved`, or `sent-back` by the council, from which it is
 * compiled again. A correction after the approval makes it `compiled` again as a new version beside the approved one.
 */
export type ReportState = 'open' | 'handed-in' | 'sent-back' | 'signed' | 'reviewed' | 'compiled' | 'approved';

/** What somebody does to a report. `write` changes texts, `grade` the council goals, `note` the joint review. */
export type ReportDeed =
  | 'write'
  | 'hand-in'
  | 'sign'
  | 'send-back'
  | 'note-review'
  | 'grade'
  | 'hold-review'
  | 'compile'
  | 'decide';
