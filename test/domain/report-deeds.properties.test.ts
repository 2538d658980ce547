import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Contact, type Plan, type Role, reportersOf, sameUpn } from '../../src/domain/plan.ts';
import { type ReportNow, type Somebody, stateAfter, whyNot } from '../../src/domain/report-deeds.ts';
import { isApproverOf, isCouncilClerk } from '../../src/domain/report-roles.ts';
import { type ReportDeed, type ReportState, reportDeeds } from '../../src/domain/report-state.ts';
import { aPlan } from '../support/builders.ts';

const NAMES = ['rut', 'dag', 'chef', 'anna', 'kim', 'ada'];
const ROLES: readonly Role[] = [
  'reporter',
  'committeeApprover',
  'controller',
  'councilClerk',
  'manager',
  'administrator',
];

function inRole(name: string, role: Role): Contact {
  const ofCommittee = role === 'reporter' || role === 'committeeApprover';
  return { upn: `${name}@k.se`, role, order: 1, ...(ofCommittee && { committeeId: 'BUN' }) };
}

const USUAL: readonly Contact[] = [
  inRole('rut', 'reporter'),
  inRole('chef', 'committeeApprover'),
  inRole('anna', 'controller'),
  inRole('kim', 'councilClerk'),
];

/** Some have their usual roles, and anybody can have any others, several at once. */
const rosters: fc.Arbitrary<readonly Contact[]> = fc
  .record({
    usual: fc.shuffledSubarray([...USUAL], { minLength: 3 }),
    others: fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...ROLES)), { maxLength: 5 }),
  })
  .map(({ usual, others }) => [...usual, ...others.map(([name, role]) => inRole(name, role))]);

/** Somebody presses something, on the committee's report or the municipality's; or the committee's form is answered. */
type Step =
  | { readonly kind: 'answer'; readonly by: Somebody }
  | {
      readonly kind: 'press';
      readonly scope: 'committee' | 'municipality';
      readonly deed: ReportDeed;
      readonly by: Somebody;
    };

const people = fc.constantFrom(...NAMES).map((name): Somebody => ({ upn: `${name}@k.se` }));
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('answer' as const), by: people }) },
    {
      weight: 9,
      arbitrary: fc.record({
        kind: fc.constant('press' as const),
        scope: fc.constantFrom('committee' as const, 'municipality' as const),
        deed: fc.constantFrom(...reportDeeds),
        by: people,
      }),
    },
  ),
  { minLength: 150, maxLength: 400 },
);

interface Done {
  readonly scope: 'committee' | 'municipality';
  readonly deed: ReportDeed;
  readonly by: Somebody;
  readonly from: ReportState;
  readonly to: ReportState;
  readonly answeredBy: readonly Somebody[];
}

/** A municipality with one committee that does whatever the rule lets it. Every other decision of the council sends back. */
class Town {
  readonly done: Done[] = [];
  readonly #plan: Plan;
  #committee: ReportState = 'open';
  #municipality: ReportState = 'open';
  #answers: Somebody[] = [];
  #edits = 0;
  #standsFor = 0;
  #handedInBy: Somebody | undefined;
  #versions: { readonly by: Somebody; readonly edits: number }[] = [];
  #reopenedAfter: number | undefined;

  constructor(contacts: readonly Contact[]) {
    this.#plan = aPlan({ contacts });
  }

  take(step: Step): void {
    if (step.kind === 'answer') {
      if (!reportersOf(this.#plan, 'BUN').some(({ upn }) => upn === step.by.upn)) return;
      this.#answers.push(step.by);
      this.#edits += 1;
      return;
    }
    const { scope, deed, by } = step;
    const report = scope === 'committee' ? this.#ofCommittee() : this.#ofMunicipality();
    if (whyNot(report, deed, by)) return;
    if (scope === 'committee') this.#inCommittee(deed, by);
    else this.#inMunicipality(deed, by);
    const to = scope === 'committee' ? this.#committee : this.#municipality;
    this.done.push({ scope, deed, by, from: report.state, to, answeredBy: [...this.#answers] });
  }

  #inCommittee(deed: ReportDeed, by: Somebody): void {
    if (deed === 'decide') throw new Error('A committee decides nothing');
    this.#committee = stateAfter(deed, this.#committee);
    if (deed === 'write') this.#edits += 1;
    if (deed === 'hand-in' || deed === 'sign') this.#standsFor = this.#edits;
    if (deed === 'hand-in') this.#handedInBy = by;
    if (deed === 'send-back' && this.#versions.length > 0) this.#reopenedAfter = this.#versions.length;
  }

  #inMunicipality(deed: ReportDeed, by: Somebody): void {
    if (deed === 'decide') {
      this.#municipality = this.done.length % 2 === 0 ? 'approved' : 'sent-back';
      return;
    }
    this.#municipality = stateAfter(deed, this.#municipality);
    if (deed === 'write' || deed === 'grade') this.#edits += 1;
    if (deed === 'compile') this.#versions.push({ by, edits: this.#edits });
  }

  #ofCommittee(): ReportNow {
    const isCompiled = this.#municipality === 'compiled' || this.#municipality === 'approved';
    return {
      ...{ scope: 'committee', committeeId: 'BUN', ...this.#any(), state: this.#committee },
      changed: this.#handedInBy !== undefined && this.#standsFor !== this.#edits,
      answeredBy: [...this.#answers],
      ...(this.#handedInBy && { handedInBy: this.#handedInBy }),
      locked: isCompiled && this.#reopenedAfter !== this.#versions.length,
    };
  }

  #ofMunicipality(): ReportNow {
    const newest = this.#versions.at(-1);
    return {
      ...{ scope: 'municipality', ...this.#any(), state: this.#municipality },
      changed: newest !== undefined && newest.edits !== this.#edits,
      ...(newest && { compiled: { by: newest.by } }),
    };
  }

  #any() {
    const { opensOn, today } = { opensOn: '2026-09-03', today: '2026-09-20' };
    return { plan: this.#plan, period: '2026-08', kind: 'interim', opensOn, today } as const;
  }
}

/** What is done, step by step, with what was done before it. */
function check(holds: (one: Done, before: readonly Done[], contacts: readonly Contact[]) => boolean): void {
  fc.assert(
    fc.property(rosters, steps, (contacts, wanted) => {
      const town = new Town(contacts);
      for (const step of wanted) town.take(step);
      town.done.forEach((one, at) => {
        assert(holds(one, town.done.slice(0, at), contacts), `${one.by.upn}: ${one.deed} from ${one.from}`);
      });
    }),
    { numRuns: 200 },
  );
}

describe('Whatever people press, in any order,', () => {
  it('nothing is signed that was not answered and handed in since it was sent back', () => {
    check(({ scope, deed, answeredBy }, before) => {
      if (deed !== 'sign') return true;
      const ofCommittee = before.filter((one) => one.scope === scope);
      const last = (wanted: ReportDeed) => ofCommittee.findLastIndex((one) => one.deed === wanted);
      return answeredBy.length > 0 && last('hand-in') > last('send-back');
    });
  });

  it('only an approver signs, and never what the same person has answered or handed in', () => {
    check(({ deed, by, answeredBy }, before, contacts) => {
      if (deed !== 'sign') return true;
      const handedIn = before.findLast((one) => one.deed === 'hand-in')?.by;
      const own = [...answeredBy, handedIn].some((one) => one !== undefined && sameUpn(one.upn, by.upn));
      return !own && isApproverOf({ contacts }, by.upn, 'BUN');
    });
  });

  it('the council decides only on what was reviewed and then compiled, and not twice on the same', () => {
    check(({ deed, by }, before, contacts) => {
      if (deed !== 'decide') return true;
      const last = (wanted: ReportDeed) => before.findLastIndex((one) => one.deed === wanted);
      const compiledBy = before.findLast((one) => one.deed === 'compile')?.by;
      const isInOrder =
        last('hold-review') >= 0 && last('compile') > last('hold-review') && last('compile') > last('decide');
      return isInOrder && compiledBy?.upn !== by.upn && isCouncilClerk({ contacts }, by.upn);
    });
  });

  it("a committee's report stands still from when it is compiled until a controller or the council sends back", () => {
    check(({ scope, deed }, before) => {
      if (scope !== 'committee' || deed === 'send-back') return true;
      const compiled = before.findLastIndex((one) => one.deed === 'compile');
      return compiled < 0 || before.slice(compiled).some((one) => one.to === 'sent-back');
    });
  });

  it('each does only what is theirs: administrators and managers do nothing', () => {
    check(({ by }, _, contacts) =>
      contacts.some(({ upn, role }) => sameUpn(upn, by.upn) && role !== 'administrator' && role !== 'manager'),
    );
  });

  it('a review is held once, and what is compiled is never open again', () => {
    check(({ deed, scope, from }, before) => {
      if (deed === 'hold-review') return !before.some((one) => one.deed === 'hold-review');
      return !(scope === 'municipality' && from === 'open' && before.some((one) => one.deed === 'compile'));
    });
  });
});
