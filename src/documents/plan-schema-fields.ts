import { z } from 'zod';

/*
 * The fields that a plan file is made of. Texts lose the spaces around them and are put in Unicode's composed form (NFC), so that
 * two files that look the same are the same; nothing else in them is changed. What a workbook could not hold is refused here too:
 * what comes in can go out.
 */

/** Half a surrogate pair, and control signs other than tab and line break. */
const UNWRITABLE = /[\p{Cs}\ufffe\uffff]|(?![\t\r\n])\p{Cc}/u;
const LINE_BREAK = /[\t\r\n\u2028\u2029]/;

function words(longest: number) {
  return z
    .string()
    .trim()
    .normalize('NFC')
    .min(1, { error: 'får inte vara tom', abort: true })
    .refine((text) => !UNWRITABLE.test(text), 'innehåller tecken som inte går att läsa; skriv om texten för hand')
    .refine((text) => text.length <= longest, `är för lång; skriv högst ${longest} tecken`);
}

/** A name: one line. */
export const Name = words(500).refine((text) => !LINE_BREAK.test(text), 'ska stå på en rad');

/**
 * Free text. Windows' line breaks and Word's (U+2028, U+2029) become plain ones: a workbook keeps no others, and Azurite refuses
 * Word's in a transaction.
 */
export const FreeText = words(4000).overwrite((text) => text.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n'));

/** The plan's own id: it becomes a key in storage and part of receipt numbers, so its letters are limited. */
export const Id = z
  .string()
  .normalize('NFC')
  .regex(
    /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,38}[\p{L}\p{N}._-])?$/u,
    'ska vara ett id på högst 40 tecken: bokstäver, siffror, mellanslag, punkt, bindestreck och understreck, först en bokstav eller siffra',
  );

const BETWEEN_YEARS = 'ska ligga mellan år 1990 och 2100';
const likelyYear = (text: string) => /^(199\d|20\d\d|2100)/.test(text);

export const Year = z.int('ska vara ett årtal').min(1990, BETWEEN_YEARS).max(2100, BETWEEN_YEARS);

export const Day = z.iso
  .date({ error: 'ska vara en dag som finns, skriven som 2026-11-30', abort: true })
  .refine(likelyYear, BETWEEN_YEARS);

export const PlanMonth = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'ska vara en månad, skriven som 2026-10', abort: true })
  .refine(likelyYear, BETWEEN_YEARS);

export const Period = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/, {
    error: 'ska vara ett år eller en månad, skrivet som 2026 eller 2026-10',
    abort: true,
  })
  .refine(likelyYear, BETWEEN_YEARS);

/** A measured value or a limit. Minus nothing is nothing. */
export const Figure = z.number('ska vara ett tal').overwrite((value) => (value === 0 ? 0 : value));

/** Whole kronor; beyond 2^53 they could not be told apart. */
export const Kronor = z.int('ska vara ett heltal i kronor').overwrite((value) => (value === 0 ? 0 : value));

export const Count = z.int('ska vara ett heltal').min(0, 'ska vara 0 eller mer');

const BETWEEN_PERCENT = 'ska vara mellan 0 och 100';
export const Percent = z.number('ska vara ett tal').min(0, BETWEEN_PERCENT).max(100, BETWEEN_PERCENT);

/** A mark that is either there or not: `false` says nothing more than its absence. */
export const Mark = z.boolean('ska vara true eller utelämnas').exactOptional();

/** A list; one that isn't there is empty. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.array(item, 'ska vara en lista').default([]);
}

/** An object that may hold these fields and no others; marks that say `false` are taken away. */
export function entry<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess(withoutFalseMarks, z.strictObject(shape));
}

function withoutFalseMarks(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null) return raw;
  const { example, feeFinanced, ...rest } = raw as Record<string, unknown>;
  if (example !== false && feeFinanced !== false) return raw;
  return {
    ...rest,
    ...(example === false || example === undefined ? {} : { example }),
    ...(feeFinanced === false || feeFinanced === undefined ? {} : { feeFinanced }),
  };
}
