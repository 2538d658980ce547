/* How long what people write in reports can be, in characters as they count them. `LONGEST_REPORT_TEXT` is for the texts themselves. */

/** Why something is sent back or compiled again. */
export const LONGEST_WHY = 1_000;
export const LONGEST_PARTICIPANTS = 1_000;
export const LONGEST_NOTES = 4_000;
/** What a joint review agrees on. */
export const LONGEST_MEASURE = 500;
export const LONGEST_OWNER = 120;
export const LONGEST_MOTIVATION = 2_000;
/** Swedish: diarienummer. */
export const LONGEST_REGISTRATION_NUMBER = 60;
