import assert from 'node:assert/strict';
import { forCard } from '../../cards/peoples-words.ts';
import type { Grade } from '../../src/domain/plan-document.ts';
import type { GradeReason } from '../../src/domain/propose-grade.ts';
import { gradeProposalText } from '../../src/words/grade-text.ts';

const scale: Grade[] = [
  { id: 'HIGH', label: 'I hög grad uppfyllt', colour: 'green' },
  { id: 'UNASSESSED', label: 'Kan inte bedömas', colour: null },
];
const nothing = { kind: 'counted', reached: 0, near: 0, behind: 0, missing: 0 } as const;

function said(reason: GradeReason, gradeId = 'HIGH'): string {
  return gradeProposalText({ gradeId, reason }, scale, forCard);
}

describe('A proposed grade in words', () => {
  it('is the plan’s own name for it, and what was counted', () => {
    assert.equal(
      said({ ...nothing, reached: 3, near: 1, behind: 1 }),
      'Förslag: I hög grad uppfyllt. 3 av 5 indikatorer når målet, 1 är nära.',
    );
    assert.equal(said({ ...nothing, reached: 1 }), 'Förslag: I hög grad uppfyllt. 1 av 1 indikator når målet.');
  });

  it('says how activities weighed in where results were missing', () => {
    assert.equal(
      said({ ...nothing, reached: 3, missing: 1, activities: { counted: 2, toPlan: 2 } }),
      'Förslag: I hög grad uppfyllt. 3 av 4 indikatorer når målet, 1 saknar resultat; i stället väger aktiviteterna in: 2 av 2 är klara eller enligt plan.',
    );
    assert.equal(
      said({ ...nothing, activities: { counted: 3, toPlan: 1 } }),
      'Förslag: I hög grad uppfyllt. Målet har inga indikatorer som kan bedömas; aktiviteterna avgör: 1 av 3 är klar eller enligt plan.',
    );
  });

  it('says that missing results were left out where activities don’t weigh in', () => {
    assert.equal(
      said({ ...nothing, reached: 1, missing: 2 }),
      'Förslag: I hög grad uppfyllt. 1 av 3 indikatorer når målet, 2 saknar resultat och räknas inte.',
    );
  });

  it('says that there is nothing to judge by, also when the scale has no grade for it', () => {
    assert.equal(
      said({ kind: 'nothing-to-judge-by', missing: 0 }, 'UNASSESSED'),
      'Förslag: Kan inte bedömas. Målet har varken indikatorer eller aktiviteter som kan bedömas.',
    );
    assert.equal(
      gradeProposalText({ reason: { kind: 'nothing-to-judge-by', missing: 1 } }, scale, forCard),
      'Inget förslag. 1 indikator saknar resultat, och det finns inga aktiviteter som väger in.',
    );
  });

  it('shows the grade’s name as it was written', () => {
    const odd: Grade[] = [{ id: 'HIGH', label: '*Bra*', colour: 'green' }];

    assert.match(gradeProposalText({ gradeId: 'HIGH', reason: nothing }, odd, forCard), /^Förslag: \\\*Bra\\\*\./u);
  });
});
