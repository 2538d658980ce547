import { z } from 'zod';
import type { Indicator, Target } from '../domain/indicator.ts';
import { isMonth, type Month } from '../domain/period.ts';
import type { Plan } from '../domain/plan.ts';

/*
 * A plan as JSON, in the form that `styr plan import` takes. Only what monthly follow-up needs is read here;
 * the whole text is stored, so nothing in the file is lost. Whole kronor; ids are the plan's own.
 */
const Id = z.string().min(1).max(80);
const PlanMonth = z.string().refine(isMonth, 'ska vara en månad, till exempel 2026-10') as unknown as z.ZodType<Month>;
const Kronor = z.number().int();
const Day = z.iso.date();
/** No month has fewer than 17 working days; a follow-up that waits longer than the 15th is a slip of the pen. */
const WorkingDay = z
  .string()
  .regex(
    /^working day ([1-9]|1[0-5]) of the following month$/,
    'ska vara "working day N of the following month", N från 1 till 15',
  )
  .transform((text) => Number(text.split(' ')[2]));

const TargetJson = z.union([
  z.object({ atLeast: z.number() }),
  z.object({ atMost: z.number() }),
  z.object({ between: z.tuple([z.number(), z.number()]) }),
  z.object({ text: z.string().min(1) }),
]);

const ValueJson = z.object({ period: z.string(), value: z.number(), example: z.boolean().default(false) });

const PlanJson = z.object({
  demoClock: z.iso.datetime({ offset: true }).optional(),
  current: z.object({
    id: Id,
    title: z.string().min(1),
    periodFrom: z.int(),
    periodTo: z.int(),
    committees: z.array(
      z.object({
        id: Id,
        name: z.string().min(1),
        aliases: z.array(z.string()).default([]),
        validFrom: Day.optional(),
        validTo: Day.optional(),
      }),
    ),
    budgets: z.array(
      z.object({
        committee: Id,
        businessArea: Id,
        businessAreaName: z.string().min(1),
        year: z.int(),
        netBudgetKr: Kronor,
        monthlyKr: z.array(Kronor).length(12).optional(),
        feeFinanced: z.boolean().default(false),
        example: z.boolean().default(false),
      }),
    ),
    indicators: z.array(
      z.object({
        id: Id,
        name: z.string().min(1),
        unit: z.string().min(1),
        committees: z.array(Id),
        good: z.enum(['up', 'down']),
        target: TargetJson.nullable(),
        frequency: z.enum(['month', 'tertial', 'year', 'everyFollowUp']),
        values: z.array(ValueJson),
        committeeValues: z.array(ValueJson.extend({ committee: Id })).default([]),
      }),
    ),
    contacts: z.array(
      z.object({
        committee: Id.nullable(),
        role: z.enum(['reporter', 'committeeApprover', 'controller', 'councilClerk', 'manager', 'administrator']),
        order: z.int(),
        upn: z.string().min(3),
      }),
    ),
    followUpPlan: z.array(
      z.object({
        period: PlanMonth,
        kind: z.enum(['month', 'tertial', 'interim', 'annual']),
        asks: z.array(z.enum(['finance', 'indicators', 'goals', 'activities'])),
        opens: WorkingDay,
        due: WorkingDay,
      }),
    ),
    channels: z.array(z.object({ scope: Id, team: z.string().min(1), channel: z.string().min(1) })),
    deviationCommentLimit: z.object({ percentOfBudget: z.number(), orKr: Kronor }),
    outcomes: z
      .array(
        z.object({
          committee: Id,
          businessArea: Id,
          period: PlanMonth,
          accumulatedOutcomeKr: Kronor,
          fullYearForecastKr: Kronor,
          example: z.boolean().default(false),
        }),
      )
      .default([]),
  }),
});

/** Reads a plan, or throws an error whose message lists in Swedish everything that is wrong, a line each. */
export function readPlanJson(text: string): Plan {
  const parsed = PlanJson.safeParse(parseJson(text), { error: z.locales.sv().localeError });
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'filen'}: ${issue.message}`);
    throw new Error(`Planen kan inte läsas:\n${lines.join('\n')}`);
  }
  const plan = toPlan(parsed.data.current);
  const broken = brokenReferences(plan);
  if (broken.length > 0) throw new Error(`Planen hänger inte ihop:\n${broken.join('\n')}`);
  return plan;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error('Filen är inte giltig JSON.', { cause });
  }
}

function toPlan(json: z.infer<typeof PlanJson>['current']): Plan {
  return {
    id: json.id,
    title: json.title,
    periodFrom: json.periodFrom,
    periodTo: json.periodTo,
    committees: json.committees.map(({ validFrom, validTo, ...committee }) => ({
      ...committee,
      ...(validFrom === undefined ? {} : { validFrom }),
      ...(validTo === undefined ? {} : { validTo }),
    })),
    businessAreas: json.budgets.map(({ committee, businessArea, businessAreaName, monthlyKr, ...rest }) => ({
      ...rest,
      id: businessArea,
      committeeId: committee,
      name: businessAreaName,
      ...(monthlyKr === undefined ? {} : { monthlyKr }),
    })),
    indicators: json.indicators.map(toIndicator),
    contacts: json.contacts.map(({ committee, ...contact }) =>
      committee === null ? contact : { ...contact, committeeId: committee },
    ),
    followUps: json.followUpPlan.map(({ opens, due, ...followUp }) => ({
      ...followUp,
      opensOnWorkingDay: opens,
      dueOnWorkingDay: due,
    })),
    channels: json.channels,
    commentLimit: {
      percentOfBudget: json.deviationCommentLimit.percentOfBudget,
      amountKr: json.deviationCommentLimit.orKr,
    },
    openingOutcomes: json.outcomes.map(({ committee, businessArea, ...outcome }) => ({
      ...outcome,
      committeeId: committee,
      businessAreaId: businessArea,
    })),
  };
}

type IndicatorJson = z.infer<typeof PlanJson>['current']['indicators'][number];

function toIndicator({ committees, target, values, committeeValues, ...rest }: IndicatorJson): Indicator {
  return {
    ...rest,
    committeeIds: committees,
    ...(target === null ? {} : { target: toTarget(target) }),
    values: [...values, ...committeeValues.map(({ committee, ...value }) => ({ ...value, committeeId: committee }))],
  };
}

function toTarget(target: z.infer<typeof TargetJson>): Target {
  if ('atLeast' in target) return { kind: 'at-least', value: target.atLeast };
  if ('atMost' in target) return { kind: 'at-most', value: target.atMost };
  if ('between' in target) return { kind: 'between', from: target.between[0], to: target.between[1] };
  return { kind: 'words', text: target.text };
}

function brokenReferences(plan: Plan): string[] {
  const known = new Set(plan.committees.map(({ id }) => id));
  const areas = new Set(plan.businessAreas.map(({ committeeId, id, year }) => `${committeeId}/${id}/${year}`));
  const named = [
    ...plan.businessAreas.map(({ committeeId, id }) => ({ committeeId, where: `budgets ${id}` })),
    ...plan.indicators.flatMap(({ committeeIds, id }) =>
      committeeIds.map((committeeId) => ({ committeeId, where: `indicators ${id}` })),
    ),
    ...plan.contacts.flatMap(({ committeeId, upn }) =>
      committeeId ? [{ committeeId, where: `contacts ${upn}` }] : [],
    ),
    ...plan.indicators.flatMap(({ values, id }) =>
      values.flatMap(({ committeeId }) => (committeeId ? [{ committeeId, where: `committeeValues ${id}` }] : [])),
    ),
    ...plan.channels
      .filter(({ scope }) => scope !== 'municipality')
      .map(({ scope, channel }) => ({ committeeId: scope, where: `channels ${channel}` })),
  ];
  return [
    ...named
      .filter(({ committeeId }) => !known.has(committeeId))
      .map(({ committeeId, where }) => `${where}: nämnden ${committeeId} finns inte i planen`),
    ...plan.openingOutcomes
      .filter(
        ({ committeeId, businessAreaId, period }) =>
          !areas.has(`${committeeId}/${businessAreaId}/${period.slice(0, 4)}`),
      )
      .map(({ businessAreaId, period }) => `outcomes ${businessAreaId} ${period}: verksamhetsområdet saknar budget`),
    ...duplicates(plan.businessAreas.map(({ committeeId, id, year }) => `budgets ${committeeId}/${id}/${year}`)),
    ...duplicates(plan.indicators.map(({ id }) => `indicators ${id}`)),
    ...duplicates(plan.committees.map(({ id }) => `committees ${id}`)),
    ...duplicates(plan.followUps.map(({ period }) => `followUpPlan ${period}`)),
    ...duplicates(plan.channels.map(({ scope }) => `channels ${scope}`)),
    ...duplicates(
      plan.openingOutcomes.map(
        ({ committeeId, businessAreaId, period }) => `outcomes ${committeeId}/${businessAreaId} ${period}`,
      ),
    ),
    ...plan.followUps
      .filter(({ opensOnWorkingDay, dueOnWorkingDay }) => opensOnWorkingDay > dueOnWorkingDay)
      .map(({ period }) => `followUpPlan ${period}: sista dagen kommer före den första`),
    ...plan.businessAreas
      .filter(({ monthlyKr, netBudgetKr }) => monthlyKr && monthlyKr.reduce((sum, kr) => sum + kr, 0) !== netBudgetKr)
      .map(({ id }) => `budgets ${id}: månaderna blir inte årets budget`),
  ];
}

function duplicates(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(
    (name) => `${name}: finns två gånger`,
  );
}
