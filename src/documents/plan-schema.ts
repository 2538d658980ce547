import { z } from 'zod';
import type { PlanFile } from '../domain/plan-document.ts';
import { ArchivedPlanJson } from './archive-schema.ts';
import { IndicatorJson } from './indicator-schema.ts';
import {
  Day,
  entry,
  FreeText,
  Id,
  Kronor,
  listOf,
  Mark,
  Name,
  Percent,
  Period,
  PlanMonth,
  Year,
} from './plan-schema-fields.ts';
import { readPublishedArchive } from './published-archive.ts';

/*
 * A plan file in JSON, field by field, in the order that it is written. Its output is PlanFile and nothing else: the compiler
 * checks both ways at the bottom. Whether ids exist and sums add up is the domain's check.
 */
const name = Name.exactOptional();
const day = Day.exactOptional();
const note = FreeText.exactOptional();
const kronor = Kronor.exactOptional();
const WorkStatus = z.enum(['notStarted', 'ongoing', 'late', 'done', 'cancelled']);

const decision = { date: Day, paragraph: Name, registrationNumber: name };

const effect = { text: FreeText, by: Year, example: Mark };

const goal = {
  effect: entry(effect).exactOptional(),
  committeeEffects: listOf(entry({ ...effect, committee: Id })),
  aliases: listOf(Name),
  example: Mark,
};

const ActivityJson = entry({
  id: Id,
  name: Name,
  status: WorkStatus,
  startsOn: day,
  endsOn: day,
  owner: name,
  example: Mark,
});

/** No month has fewer than 17 working days; a follow-up that waits longer than the 15th is a slip of the pen. */
const WorkingDay = z
  .string()
  .regex(
    /^working day ([1-9]|1[0-5]) of the following month$/,
    'ska vara "working day N of the following month", N från 1 till 15',
  );

const Reminder = z
  .string()
  .regex(
    /^(on the due day|([1-9]|1[0-5]) working days? (before|after(: deputy too|: committee approver is told)?))$/,
    'ska vara "N working days before", "on the due day" eller "N working days after", det sista gärna följt av ": deputy too" eller ": committee approver is told"',
  );

const PlanJson = entry({
  id: Id,
  title: Name,
  periodFrom: Year,
  periodTo: Year,
  decision: entry(decision).exactOptional(),
  vision: entry({ name: Name, text: note, focusAreas: listOf(Name) }),
  levelNames: entry({
    goalArea: name,
    councilGoal: name,
    subGoal: name,
    committeeGoal: name,
    commitment: name,
    activity: name,
  }).exactOptional(),
  gradeScale: listOf(entry({ id: Id, label: Name, colour: z.enum(['green', 'yellow', 'red']).nullable() })),
  gradeRule: entry({
    steps: listOf(entry({ grade: Id, fromPercent: Percent })),
    activitiesWeighIn: z.boolean('ska vara true eller false'),
  }).exactOptional(),
  goalAreas: listOf(entry({ id: Id, name: Name })),
  councilGoals: listOf(entry({ id: Id, number: name, name: Name, goalArea: Id.exactOptional(), ...goal })),
  subGoals: listOf(entry({ id: Id, number: name, name: Name, parent: Id, ...goal })),
  committeeGoals: listOf(
    entry({
      id: Id,
      number: name,
      name: Name,
      committees: listOf(Id),
      contributesTo: listOf(Id),
      aliases: listOf(Name),
      source: note,
      example: Mark,
    }),
  ),
  indicators: listOf(IndicatorJson),
  goalGrades: listOf(
    entry({
      goal: Id,
      committee: Id.exactOptional(),
      period: Period,
      grade: Id,
      question: Name,
      motivation: FreeText,
      example: Mark,
    }),
  ),
  councilAssignments: listOf(
    entry({
      id: Id,
      committee: Id,
      text: FreeText,
      decidedAt: Day,
      paragraph: Name,
      dueOn: Day,
      status: WorkStatus,
      example: Mark,
    }),
  ),
  investments: listOf(
    entry({
      committee: Id,
      project: Name,
      budgetKr: Kronor,
      outcomeKr: kronor,
      forecastKr: kronor,
      period: Period.exactOptional(),
      example: Mark,
    }),
  ),
  frames: listOf(entry({ committee: Id, year: Year, amountKr: Kronor, decision: name, example: Mark })),
  supplementaryAppropriations: listOf(
    entry({
      committee: Id,
      businessArea: Id.exactOptional(),
      amountKr: Kronor,
      validFrom: Day,
      decision: Name,
      example: Mark,
    }),
  ),
  areaMoves: listOf(entry({ businessArea: Id, from: Id, to: Id, validFrom: Day, decision: name, example: Mark })),
  channels: listOf(entry({ scope: Id, team: Name, channel: Name })),
  commitments: listOf(
    entry({
      id: Id,
      committee: Id,
      committeeGoal: Id,
      name: Name,
      status: WorkStatus,
      startsOn: day,
      endsOn: day,
      owner: name,
      activities: listOf(ActivityJson),
      example: Mark,
    }),
  ),
  committees: listOf(
    entry({
      id: Id.refine(
        (id) => id !== 'municipality',
        'är upptaget: municipality står för hela kommunen; välj ett annat id',
      ),
      name: Name,
      administration: name,
      aliases: listOf(Name),
      validFrom: day,
      validTo: day,
      succeeds: Id.exactOptional(),
    }),
  ),
  budgets: listOf(
    entry({
      committee: Id,
      businessArea: Id,
      businessAreaName: Name,
      year: Year,
      netBudgetKr: Kronor,
      monthlyKr: z.array(Kronor, 'ska vara en lista').length(12, 'ska ha tolv belopp, januari först').exactOptional(),
      feeFinanced: Mark,
      decision: name,
      note,
      example: Mark,
    }),
  ),
  outcomes: listOf(
    entry({
      committee: Id,
      businessArea: Id,
      period: PlanMonth,
      accumulatedOutcomeKr: Kronor,
      fullYearForecastKr: Kronor,
      example: Mark,
    }),
  ),
  contacts: listOf(
    entry({
      committee: Id.nullable(),
      role: z.enum(['reporter', 'committeeApprover', 'controller', 'councilClerk', 'manager', 'administrator']),
      order: z.int('ska vara ett heltal').min(1, 'ska vara 1 eller mer'),
      upn: Name,
    }),
  ),
  followUpPlan: listOf(
    entry({
      year: Year,
      period: PlanMonth,
      kind: z.enum(['month', 'tertial', 'interim', 'annual']),
      committees: z.array(Id, 'ska vara en lista').exactOptional(),
      asks: listOf(z.enum(['finance', 'indicators', 'goals', 'activities'])),
      opens: WorkingDay,
      due: WorkingDay,
      reminders: listOf(Reminder),
      example: Mark,
    }),
  ),
  deviationCommentLimit: entry({ percentOfBudget: Percent, orKr: Kronor.min(0, 'ska vara 0 eller mer') }),
  operationalPlans: listOf(entry({ ...decision, committee: Id })),
});

export const PlanFileJson = entry({
  demoClock: z.iso
    .datetime({
      offset: true,
      error: 'ska vara en tidpunkt med tidszon, skriven som 2026-11-05T08:00:00+01:00',
    })
    .exactOptional(),
  about: note,
  current: PlanJson,
  archive: z.preprocess(asArchivedPlans, listOf(ArchivedPlanJson)),
});

/** An archive as it was published is taken too, in the words of the time. */
function asArchivedPlans(raw: unknown, context: z.RefinementCtx): unknown {
  const { archive, problems } = readPublishedArchive(raw === undefined ? [] : raw);
  for (const { path, message } of problems)
    context.addIssue({ code: 'custom', path: path.split('.'), message, input: raw });
  return archive;
}

/** Without readonly, and with what may be absent wrapped, so that a missing optional field shows. */
type Plain<Value> = Value extends object
  ? { -readonly [Key in keyof Value]-?: object extends Pick<Value, Key> ? [Plain<Value[Key]>] : Plain<Value[Key]> }
  : Value;
type Same<One, Other> = [One, Other] extends [Other, One] ? true : never;

/** Does not compile when the file's form and the domain's type differ in a field. */
export const sameAsPlanFile: Same<Plain<z.output<typeof PlanFileJson>>, Plain<PlanFile>> = true;
