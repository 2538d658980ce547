/** Version of what cards carry. A card of another version gets a fresh one in answer. */
export const CARD_VERSION = 1;

/**
 * Every button's verb, and what the id on its card stands for: the month's prompt, a plan file that waits to be
 * confirmed, a committee's part that was handed in, a round by its month, a report by its scope and month (`BUN 2026-08`, `municipality 2026-08`), or nothing for one's own absence (on a form
 * still the form's, so that what was typed in it is kept).
 * Verbs never change their meaning: old cards stay in chats and go on being pressed.
 */
export const verbSubjects = {
  saveOutcome: 'prompt',
  saveDraft: 'prompt',
  changeOutcome: 'prompt',
  keepStored: 'prompt',
  openForm: 'prompt',
  showPage: 'prompt',
  importPlan: 'upload',
  importPlanLater: 'upload',
  cancelUpload: 'upload',
  handInPart: 'upload',
  askAdoption: 'part',
  adoptPart: 'part',
  askAbsence: 'absence',
  saveAbsence: 'absence',
  endAbsence: 'absence',
  showRound: 'round',
  showLedger: 'round',
  dryRunRound: 'round',
  startRound: 'round',
  pauseRound: 'round',
  resumeRound: 'round',
  rehearseRound: 'round',
  endRehearsal: 'round',
  settleSent: 'round',
  settleUnsent: 'round',
  resendItem: 'round',
  showReport: 'report',
  writeReport: 'report',
  saveReportText: 'report',
  handInReport: 'report',
  signReport: 'report',
  askSendBack: 'report',
  sendBackReport: 'report',
  getReport: 'report',
  showMunicipalReport: 'municipal-report',
  showReview: 'municipal-report',
  saveReview: 'municipal-report',
  holdReview: 'municipal-report',
  agreeMeasure: 'municipal-report',
  showGrades: 'municipal-report',
  saveGrades: 'municipal-report',
  writeMunicipalText: 'municipal-report',
  saveMunicipalText: 'municipal-report',
  askCompile: 'municipal-report',
  compileReport: 'municipal-report',
  askDecision: 'municipal-report',
  registerDecision: 'municipal-report',
  getMunicipalReport: 'municipal-report',
} as const;
export type Verb = keyof typeof verbSubjects;
/** What a card is about. */
export type Subject = (typeof verbSubjects)[Verb];
/** The verbs of cards about one kind of thing. */
export type VerbOf<Of extends Subject> = { [V in Verb]: (typeof verbSubjects)[V] extends Of ? V : never }[Verb];

export interface ActionData {
  /** Random; what it stands for is looked up when it is pressed. */
  readonly id: string;
  /** The revision that the card shows: of the answer, or of the plan that a file was compared with. */
  readonly revision: number;
  /** Of a form with pages: the page to show, 0 for the first. */
  readonly page?: number;
  /** The beginning of a report's fingerprint as the card shows it: what has changed since is not signed unseen. */
  readonly mark?: string;
  /** True when somebody else's answer stands against what is typed in the form. */
  readonly conflict?: boolean;
}

/**
 * A button that answers in place, with the older kind of button as fallback. The data is a random id, the revision and where in
 * the form it is: who, which committee and which month are looked up when it is pressed.
 */
export function executeAction(title: string, verb: Verb, about: ActionData, style?: 'positive'): object {
  const { id, revision, page, conflict, mark } = about;
  const place = {
    ...(page === undefined ? {} : { s: page }),
    ...(conflict ? { c: 1 } : {}),
    ...(mark === undefined ? {} : { m: mark }),
  };
  const data = { v: CARD_VERSION, p: id, r: revision, ...place };
  const look = style ? { style } : {};
  return {
    type: 'Action.Execute',
    title,
    verb,
    data,
    ...look,
    fallback: { type: 'Action.Submit', title, data: { ...data, verb }, ...look },
  };
}

/** A button that writes a message in the chat for the person. */
export function sayAction(title: string, text: string): object {
  return { type: 'Action.Submit', title, data: { msteams: { type: 'imBack', value: text } } };
}
