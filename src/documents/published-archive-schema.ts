import { z } from 'zod';

/*
 * An earlier plan in the words that it was published in (Swedish keys, the year's own units), as the example file has it.
 * `harlett…` is computed by others from what is published and can be computed again: it may be there, but isn't kept.
 */

const optionalText = z.string().exactOptional();
/** One source or several; their keys are the file's own. */
const Sources = z.union([z.string(), z.array(z.string())]);
/** null: the cell was empty. */
const Cell = z.number().nullable().exactOptional();

const Amounts = z.strictObject({
  namndbidrag: Cell,
  verksamhetens_intakter: Cell,
  verksamhetens_kostnader: Cell,
  resultat: Cell,
  budgeterat_resultat: Cell,
  avvikelse_mot_budget: Cell,
  justering_balanskrav: Cell,
  balanskravsresultat: Cell,
});

const Derived = z.strictObject({ nettokostnad: z.number(), not: optionalText }).exactOptional();

const tableHead = {
  status: z.literal('publicerat'),
  kalla: Sources,
  teckenkonvention: optionalText,
  not: optionalText,
};
const rowHead = { namnd: z.string(), kod: z.string() };

/** The year's operating accounts (driftredovisning). */
const OperatingAccounts = z.discriminatedUnion('enhet', [
  z.strictObject({
    ...tableHead,
    enhet: z.literal('tkr'),
    rader: z.array(z.strictObject({ ...rowHead, publicerat_tkr: Amounts, harlett_av_oss_tkr: Derived })),
  }),
  z.strictObject({
    ...tableHead,
    enhet: z.literal('mnkr'),
    rader: z.array(z.strictObject({ ...rowHead, publicerat_mnkr: Amounts, harlett_av_oss_mnkr: Derived })),
  }),
]);

const PublishedYear = z.strictObject({ ar: z.int(), kalla: Sources.exactOptional(), not: optionalText });
const YearValues = z.array(PublishedYear.extend({ varde: z.number() })).exactOptional();
const SickLeave = PublishedYear.extend({
  totalt: Cell,
  kvinnor: Cell,
  man: Cell,
  't.o.m._29': Cell,
  '30-49': Cell,
  '50+': Cell,
  koncern_totalt: Cell,
});

const Personnel = z.strictObject({
  enhet: z.string(),
  sjukfranvaro: z.array(SickLeave).exactOptional(),
  kolada_id: optionalText,
  personalomsattning_tillsvidare: YearValues,
  personalomsattning_varning: z.strictObject({ text: z.string(), kalla: Sources }).exactOptional(),
  frisknarvaro: YearValues,
  andel_deltid_procent: YearValues,
});

const FinancialGoals = z.strictObject({
  giltig: z.string(),
  mal: z.union([z.string(), z.array(z.string())]),
  utfall_2018: optionalText,
  kalla: Sources.exactOptional(),
  not: optionalText,
  kolada_harlett: z.record(z.string(), z.string()).exactOptional(),
});

/** How many goals got each grade, the best grade first, as in the scale. */
const Summary = z.strictObject({ goals: z.int(), FULL: z.int(), PARTLY: z.int(), NOT: z.int() });

export const PublishedPlan = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    goals: z
      .array(z.strictObject({ name: z.string(), grade: z.string(), level: z.string().exactOptional() }))
      .exactOptional(),
    gradeNote: optionalText,
    summary: Summary.exactOptional(),
    scale: z.array(z.string()).exactOptional(),
    personnel: Personnel.exactOptional(),
    financialGoals: z.array(FinancialGoals).exactOptional(),
    supplementaryDecisionsT1: z
      .strictObject({ kalla: Sources, kallans_art: optionalText, beslut: z.array(z.string()) })
      .exactOptional(),
    operatingAccounts: OperatingAccounts.exactOptional(),
    /** The accounts of the year before, which the report shows beside its own. */
    previousYear: OperatingAccounts.exactOptional(),
  })
  .refine(({ summary, scale = [] }) => !summary || scale.length === 3, {
    path: ['scale'],
    error: 'ska ha en benämning för var och en av de tre graderna i summary, bäst först',
  })
  .refine(({ id, operatingAccounts, previousYear }) => (!operatingAccounts && !previousYear) || /^\d{4}$/.test(id), {
    path: ['id'],
    error: 'ska vara årtalet som driftredovisningen gäller',
  });

export type PublishedPlan = z.output<typeof PublishedPlan>;
export type OperatingAccounts = z.output<typeof OperatingAccounts>;
export type PublishedYear = z.output<typeof PublishedYear>;
export type PersonnelFigures = z.output<typeof Personnel>;
export type Sources = z.output<typeof Sources>;
