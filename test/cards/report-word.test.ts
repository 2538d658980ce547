import assert from 'node:assert/strict';
import { reportWordCard } from '../../cards/report-word/card.ts';
import { reportWordSamples } from '../../cards/report-word/sample.ts';
import { renderNotice } from '../../src/teams/render-notice.ts';
import { buttonOf, textOf } from '../support/card-view.ts';

function card(name: string) {
  return reportWordCard.build(reportWordSamples[name] ?? assert.fail(`no sample: ${name}`));
}

describe('A word about a report', () => {
  it('opens what it is about', () => {
    const opened = (name: string, verb: string) => buttonOf(card(name), verb).data;

    assert.deepEqual(opened('sign', 'showReport'), { v: 1, p: 'BUN 2026-08', r: 0 });
    assert.deepEqual(opened('decide', 'showMunicipalReport'), { v: 1, p: 'municipality 2026-08', r: 0 });
    assert.deepEqual(opened('all signed', 'showReview'), { v: 1, p: 'municipality 2026-08', r: 0 });
  });

  it('gives the reason for sending back as it was written', () => {
    assert.match(textOf(card('sent back')), /^Skäl: Förklara varför .* \\\*Siffran\\\* för vikarier saknas\.$/m);
  });

  it('names the law’s last day and paragraph, and that a day has passed', () => {
    assert.match(textOf(card('twenty working days left')), /senast 31 oktober 2026 \(kommunallagen 11 kap\. 16 §\)/);
    assert.match(
      textOf(card('the last day has passed')),
      /skulle ha överlämnats .* senast 15 april 2027 .* Dagen har passerat\./,
    );
  });

  it('has no button when there is nothing to do any more', () => {
    for (const name of ['signed meanwhile', 'decided meanwhile']) assert.doesNotMatch(textOf(card(name)), /^\(/m);
  });

  it('tells a locked screen neither names nor figures', () => {
    for (const { context: _, ...about } of Object.values(reportWordSamples)) {
      const { summary = '' } = renderNotice({ kind: 'report-word', about }, {});

      assert.doesNotMatch(summary, /\d|Anna|Berg|Mia|Kim|Barn|Social/);
      assert.notEqual(summary, '');
    }
  });
});
