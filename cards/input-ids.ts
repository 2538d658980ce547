/*
 * On a card a field's id is `i_<attempt>_<name>`: Teams keeps what was typed by id, so a form that comes back with errors needs
 * new ids to show what we put in it.
 */
const INPUT = /^i_(\d{1,4})_(.{1,120})$/s;

export function inputId(attempt: number, field: string): string {
  return `i_${attempt}_${field}`;
}

/** What was typed, by field name, and how many times the form has been shown. Other keys of the data are not inputs. */
export function typedFields(data: Readonly<Record<string, unknown>>): {
  typed: Record<string, string>;
  attempt: number;
} {
  const typed: Record<string, string> = {};
  let attempt = 0;
  for (const [id, value] of Object.entries(data)) {
    const [, number, field] = INPUT.exec(id) ?? [];
    if (number === undefined || field === undefined || typeof value !== 'string') continue;
    typed[field] = value;
    attempt = Math.max(attempt, Number(number));
  }
  return { typed, attempt };
}
