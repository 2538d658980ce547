/** Names of the form's fields. */
export const date = 'date';
export const paragraph = 'paragraph';
export const registrationNumber = 'registrationNumber';
export const outcome = 'outcome';
export const why = 'why';
export const targetOf = (at: number): string => `target_${at}`;
export const amountOf = (at: number): string => `amount_${at}`;
export const validFromOf = (at: number): string => `validFrom_${at}`;
export const committeeOf = (at: number): string => `committee_${at}`;
export const orderOf = (at: number): string => `order_${at}`;
export const dueOnOf = (at: number): string => `dueOn_${at}`;

/** As many appropriations and as many orders as are registered at once. */
export const ROWS = 3;
/** Every row, from 0. */
export const rows: readonly number[] = Array.from({ length: ROWS }, (_, at) => at);

export const ofAppropriation = (at: number): readonly string[] => [targetOf(at), amountOf(at), validFromOf(at)];
export const ofOrder = (at: number): readonly string[] => [committeeOf(at), orderOf(at), dueOnOf(at)];
