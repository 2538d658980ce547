import fc from 'fast-check';
import type { CommitteeEntry, CouncilGoal, LevelNames, PlanDocument, SubGoal } from '../../src/domain/plan-document.ts';
import { aDocument } from '../support/builders.ts';

/** Names as municipalities write them, and as nobody should: long, in one word, empty, with other alphabets and emojis. */
const name = fc.oneof(
  { weight: 4, arbitrary: fc.lorem({ maxCount: 24 }) },
  fc.constantFrom('Västra Götalandsregionens kommunalförbundssamordningsnämnd', 'A', '', 'R&D <b>"x"</b> \u0000\n'),
  fc.string({ unit: 'grapheme', maxLength: 90 }),
);
const number = fc.option(fc.oneof(fc.stringMatching(/^[1-9][A-Z0-9.]{0,4}$/), fc.string({ maxLength: 30 })), {
  nil: undefined,
});
const levels = fc.record(
  { councilGoal: name, subGoal: name, committeeGoal: name, commitment: name, activity: name },
  { requiredKeys: [] },
);

interface Drawn {
  readonly title: string;
  readonly vision: { readonly name: string; readonly text: string; readonly focusAreas: string[] };
  readonly levelNames: LevelNames;
  readonly areas: string[];
  readonly goals: { readonly name: string; readonly number: string | undefined; readonly area: number }[];
  readonly subGoals: { readonly name: string; readonly parent: number }[];
  readonly committees: string[];
  readonly indicators: { readonly hangsOn: number; readonly isKeyFigure: boolean }[];
}

/** Plans of any shape: 1–20 council goals in 0–6 areas, sub-goals under sub-goals, 1–15 committees. */
export const anyPlan: fc.Arbitrary<PlanDocument> = fc
  .record<Drawn>({
    title: name,
    vision: fc.record({ name, text: name, focusAreas: fc.array(name, { maxLength: 6 }) }),
    levelNames: levels,
    areas: fc.array(name, { maxLength: 6 }),
    goals: fc.array(fc.record({ name, number, area: fc.nat(7) }), { minLength: 1, maxLength: 20 }),
    subGoals: fc.array(fc.record({ name, parent: fc.nat(30) }), { maxLength: 12 }),
    committees: fc.array(name, { minLength: 1, maxLength: 15 }),
    indicators: fc.array(fc.record({ hangsOn: fc.nat(30), isKeyFigure: fc.boolean() }), { maxLength: 30 }),
  })
  .map(documentOf);

function documentOf({ title, vision, levelNames, areas, ...drawn }: Drawn): PlanDocument {
  const goals = drawn.goals.map(
    (goal, at): CouncilGoal => ({
      ...{ id: `M${at}`, name: goal.name, committeeEffects: [], aliases: [] },
      ...(goal.number === undefined ? {} : { number: goal.number }),
      ...(goal.area < areas.length ? { goalArea: `O${goal.area}` } : {}),
    }),
  );
  const subGoals = drawn.subGoals.map((subGoal, at): SubGoal => {
    const above = [...goals.map(({ id }) => id), ...Array.from({ length: at }, (_, earlier) => `D${earlier}`)];
    const parent = above[subGoal.parent % above.length] ?? 'M0';
    return { id: `D${at}`, name: subGoal.name, parent, committeeEffects: [], aliases: [] };
  });
  const hooks = [...goals, ...subGoals].map(({ id }) => id);
  const committees = drawn.committees.map((committee, at): CommitteeEntry => {
    return { id: `N${at}`, name: committee, aliases: [] };
  });
  const [indicator] = aDocument().indicators;
  return aDocument({
    ...{ title, vision, levelNames, subGoals, councilGoals: goals, committees },
    goalAreas: areas.map((area, at) => ({ id: `O${at}`, name: area })),
    indicators: drawn.indicators.flatMap(({ hangsOn, isKeyFigure }, at) => {
      const hook = hooks[hangsOn % hooks.length] ?? 'M0';
      const where = hook.startsWith('D') ? { subGoal: hook } : { goal: hook };
      const target = isKeyFigure ? null : { atLeast: 1 };
      return indicator ? [{ ...indicator, id: `I${at}`, ...where, target }] : [];
    }),
  });
}
