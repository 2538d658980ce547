/** Names of the form's fields. */
export const registrationNumber = 'registrationNumber';
/** Why it is compiled again. */
export const reason = 'why';
