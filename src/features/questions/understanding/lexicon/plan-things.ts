import type { CommitteeEntry, PlanDocument, PlanFile } from '../../../../domain/plan-document.ts';
import { fold } from '../swedish/fold.ts';
import { committeeCodes, committeeNames } from './committee-names.ts';
import type { Thing } from './lexicon.ts';
import { idWords, namesIn } from './read-name.ts';

/** A thing of a plan with all that people may call it. */
export interface NamedThing extends Thing {
  readonly called: readonly string[];
  /** One word each, folded, that stands for it as it is. */
  readonly codes: readonly string[];
  /** Which of these a committee's administration is called, when it isn't called so itself. */
  readonly administration?: string;
  /** A goal's number, without spaces. */
  readonly number?: string;
}

/** Everything in a plan and its archive that can be named. */
export function thingsOf({ current, archive }: PlanFile): NamedThing[] {
  return [
    ...committeesOf(current),
    ...goalsOf(current),
    ...indicatorsOf(current),
    ...moneyOf(current),
    ...workOf(current),
  ].concat(archive.flatMap(({ accounts }) => archivedCommittees(accounts, current)));
}

function committeesOf({ committees }: PlanDocument): NamedThing[] {
  return committees.map((committee) => ({
    kind: 'committee',
    id: committee.id,
    ...calledCommittee(committee),
    codes: committeeCodes(committee),
    ...(committee.validFrom !== undefined && { validFrom: committee.validFrom }),
    ...(committee.validTo !== undefined && { validTo: committee.validTo }),
  }));
}

function calledCommittee(committee: CommitteeEntry): Pick<NamedThing, 'called' | 'administration'> {
  const { administration: _, ...rest } = committee;
  const called = committeeNames(committee);
  const own = new Set(committeeNames(rest));
  const administration = called.find((name) => !own.has(name));
  return { called, ...(administration !== undefined && { administration }) };
}

/** Committees of earlier years that are only in their accounts. */
function archivedCommittees(
  accounts: readonly { code: string; name: string }[],
  { committees }: PlanDocument,
): NamedThing[] {
  const known = new Set(committees.map(({ id }) => id));
  const old = new Map(
    accounts
      .filter(({ code }) => /^\p{Lu}{2,5}$/u.test(code) && !known.has(code))
      .map(({ code, name }) => [code, name]),
  );
  return [...old]
    .filter(([, name]) => /(nämnden|nämnd|styrelse(?:n)?)$/iu.test(name))
    .map(([id, name]) => {
      const entry: CommitteeEntry = { id, name, aliases: [], validTo: '0000-01-01' };
      return {
        kind: 'committee',
        id,
        called: committeeNames(entry),
        codes: committeeCodes(entry),
        validTo: '0000-01-01',
      };
    });
}

interface GoalLike {
  readonly id: string;
  readonly number?: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

function goalsOf({ councilGoals, subGoals, committeeGoals, goalAreas }: PlanDocument): NamedThing[] {
  const goals = (list: readonly GoalLike[], level: NonNullable<Thing['level']>): NamedThing[] =>
    list.map(({ id, number, name, aliases }) => ({
      kind: 'goal',
      id,
      level,
      called: calledBy(id, name, aliases),
      codes: [fold(id)],
      ...(number !== undefined && { number: fold(number).replace(/[\s.]+/g, '') }),
    }));
  return [
    ...goals(councilGoals, 'council'),
    ...goals(subGoals, 'sub'),
    ...goals(committeeGoals, 'committee'),
    ...goalAreas.map(({ id, name }): NamedThing => ({ kind: 'goalArea', id, called: [name], codes: [] })),
  ];
}

function indicatorsOf({ indicators }: PlanDocument): NamedThing[] {
  return indicators.map(({ id, name, aliases, koladaId, unit, breakdown }) => ({
    kind: 'indicator',
    id,
    called: calledBy(id, name, aliases),
    codes: [fold(id), ...namesIn(name).slice(1).map(fold), ...(koladaId === undefined ? [] : [fold(koladaId)])],
    unit: fold(unit).startsWith('%') ? 'procent' : fold(unit),
    breakdown,
  }));
}

function calledBy(id: string, name: string, aliases: readonly string[]): string[] {
  const words = idWords(id);
  return [...namesIn(name), ...aliases, ...(words === undefined ? [] : [words])];
}

function moneyOf({ budgets, investments }: PlanDocument): NamedThing[] {
  const areas = new Map(budgets.map((budget) => [budget.businessArea, budget]));
  return [
    ...[...areas.values()].map(
      ({ committee, businessArea, businessAreaName }): NamedThing => ({
        kind: 'businessArea',
        id: businessArea,
        committee,
        called: namesIn(businessAreaName).slice(0, 1),
        codes: /^\p{Lu}{2,3}$/u.test(businessArea) ? [fold(businessArea)] : [],
      }),
    ),
    ...investments.map(
      ({ committee, project }): NamedThing => ({
        kind: 'investment',
        id: project,
        committee,
        called: [project],
        codes: [],
      }),
    ),
  ];
}

function workOf({ commitments, councilAssignments }: PlanDocument): NamedThing[] {
  return [
    ...commitments.flatMap(({ id, committee, name, activities }): NamedThing[] => [
      { kind: 'commitment', id, committee, called: [name], codes: [fold(id)] },
      ...activities.map(
        (activity): NamedThing => ({
          kind: 'activity',
          id: activity.id,
          committee,
          called: [activity.name],
          codes: [fold(activity.id)],
        }),
      ),
    ]),
    ...councilAssignments.map(
      ({ id, committee, text }): NamedThing => ({
        kind: 'assignment',
        id,
        committee,
        called: [text],
        codes: [fold(id)],
      }),
    ),
  ];
}
