import assert from 'node:assert/strict';
import { municipalReportCard } from '../../cards/municipal-report/card.ts';
import { municipalReportSamples } from '../../cards/municipal-report/sample.ts';
import { reportSigned, reportUnderWork, sampleApproval, sampleVersion } from '../../cards/municipal-samples.ts';
import type { CommitteeReportContent } from '../../src/domain/report-content.ts';
import { hasButton, textOf } from '../support/card-view.ts';
import { allObjects, utf16Bytes } from '../support/card-walk.ts';
import type { Card } from '../support/fake-connector.ts';

type Facts = Parameters<typeof municipalReportCard.build>[0];

const usual = municipalReportSamples['all signed'] as Facts;

function build(overrides: Partial<Facts>): Card {
  return municipalReportCard.build({ ...usual, ...overrides }) as Card;
}

function shown(overrides: Partial<Facts>): string {
  return textOf(build(overrides));
}

describe('The card of the municipality’s report', () => {
  it('says the next step in words, for every state', () => {
    const next = (overrides: Partial<Facts>): string | undefined =>
      /^Nästa steg: .*|^.*ändras inte mer\.$/m.exec(shown(overrides))?.[0];
    const versions = [sampleVersion];

    assert.equal(next({ state: 'open', content: reportUnderWork }), 'Nästa steg: bestäm dag för genomgången.');
    assert.equal(next({ state: 'open' }), 'Nästa steg: håll genomgången.');
    assert.equal(next({ state: 'reviewed' }), 'Nästa steg: sammanställ rapporten.');
    assert.equal(
      next({ state: 'reviewed', content: reportUnderWork }),
      'Nästa steg: bedöm de 5 mål som är kvar och sammanställ rapporten.',
    );
    assert.equal(
      next({ state: 'compiled', versions }),
      'Nästa steg: kommunsekreteraren registrerar fullmäktiges beslut.',
    );
    assert.equal(
      next({ state: 'sent-back', versions }),
      'Nästa steg: ändra det som behövs och sammanställ rapporten igen.',
    );
    assert.equal(next({ state: 'approved', versions }), 'Den är klar och ändras inte mer.');
  });

  it('counts the days to the law’s last day, and says how late a report is', () => {
    const on = (today: string): string | undefined => /^Till fullmäktige.*$/m.exec(shown({ today }))?.[0];

    assert.equal(on('2026-10-13'), 'Till fullmäktige och revisorer senast 31 oktober 2026: 18 dagar kvar.');
    assert.equal(on('2026-10-30'), 'Till fullmäktige och revisorer senast 31 oktober 2026: 1 dag kvar.');
    assert.equal(on('2026-10-31'), 'Till fullmäktige och revisorer senast 31 oktober 2026: idag är sista dagen.');
    assert.equal(on('2026-11-01'), 'Till fullmäktige och revisorer senast 31 oktober 2026: 1 dag för sent.');
  });

  it('holds a compiled report against the day that it was first compiled, on Swedish clocks', () => {
    const compiledAt = (instant: string): string => shown({ versions: [{ ...sampleVersion, compiledAt: instant }] });

    assert.match(compiledAt('2026-10-31T22:59:00.000Z'), /Sammanställd 31 oktober 2026, i tid\./);
    assert.match(compiledAt('2026-10-31T23:01:00.000Z'), /Sammanställd 1 november 2026, 1 dag för sent\./);
  });

  it('has no last day for a tertial report, which the law does not ask for', () => {
    const { statutory: _, ...content } = reportSigned;

    assert.doesNotMatch(shown({ content: { ...content, kind: 'tertial', period: '2026-04' } }), /senast 31/);
  });

  it('counts grades and never averages them; a goal that nobody has graded is counted as that', () => {
    const text = shown({ content: reportUnderWork });

    assert.match(
      text,
      /Nämndernas mål\nHelt uppfyllt: 2 av 18\nI hög grad uppfyllt: 5 av 18\nDelvis uppfyllt: 6 av 18/,
    );
    assert.match(text, /Inte bedömt ännu: 2 av 18/);
    assert.doesNotMatch(text, /%|procent|genomsnitt|snitt/i);
  });

  it('names the sum for what it is, keeps VA apart, and says a missing part instead of leaving it out', () => {
    const text = shown({ content: reportUnderWork });

    assert.match(text, /Summa nämndernas driftbudget \(inte kommunens resultat\)/);
    assert.match(text, /Avvikelse helår: kan inte räknas, någon prognos saknas/);
    assert.match(
      text,
      /Samhällsbyggnadsnämnden\nInlämnad\. Överskott 1,2 mnkr, varav Vatten och avlopp: enligt budget\./,
    );
    assert.match(shown({}), /Utan det avgiftsfinansierade: underskott 10,4 mnkr\./);
  });

  it('says what has been changed since the signature, which counts no longer', () => {
    const standings = reportSigned.standings.map((one) => ({ ...one, changedSinceSigned: true }));

    assert.match(
      shown({ content: { ...reportSigned, standings } }),
      /Barn- och utbildningsnämnden\nÄndrad efter attesten\./,
    );
  });

  it('offers an approved version beside a newer one, each under its own number', () => {
    const versions = [
      { ...sampleVersion, decision: sampleApproval },
      { ...sampleVersion, number: 2 },
    ];
    const card = build({ state: 'compiled', versions });

    const ids = allObjects(card).flatMap(({ verb, data }) =>
      verb === 'getMunicipalReport' ? [(data as { p: string; s: number }).p] : [],
    );
    assert.deepEqual([...new Set(ids)], ['municipality 2026-08 2', 'municipality 2026-08 1']);
    assert.match(textOf(card), /Version 1, godkänd av fullmäktige/);
  });

  it('has no buttons where everybody reads it', () => {
    const card = build({ open: true, state: 'approved', versions: [{ ...sampleVersion, decision: sampleApproval }] });

    for (const verb of ['getMunicipalReport', 'showMunicipalReport', 'showReview'])
      assert.equal(hasButton(card, verb), false);
  });

  it('shows names as they are written, with no markup or link coming out of them', () => {
    const [first, ...others] = reportSigned.standings;
    assert(first);
    const hostile = { ...first, committeeName: '[**Nämnden**](https://evil.example)' };

    const text = shown({ content: { ...reportSigned, standings: [hostile, ...others] } });

    assert.match(text, /\\\[\\\*\\\*Nämnden\\\*\\\*\\\]/);
  });

  it('fits in a message for thirty committees with all that can be missing', () => {
    const [one] = reportUnderWork.committees;
    assert(one);
    const names = Array.from({ length: 30 }, (_, at) => `Mål nummer ${at} med ett ganska långt namn som kommunen har`);
    const committees = Array.from(
      { length: 30 },
      (_, at): CommitteeReportContent => ({ ...one, committeeId: `N${at}` }),
    );
    const standings = committees.map(({ committeeId }, at) => ({
      ...{ committeeId, committeeName: `Nämnden för allt som börjar på ${at}`, state: 'handed-in' as const },
      changedSinceSigned: false,
      missing: (['outcome', 'forecast', 'indicator', 'grade', 'investment', 'signature'] as const).map((what) => ({
        what,
        names,
      })),
    }));

    const card = build({ content: { ...reportUnderWork, committees, standings } });

    assert.ok(utf16Bytes(card) <= 40 * 1024, `${utf16Bytes(card)}`);
    assert.match(textOf(card), /… och 16 till\nAlla står i dokumentet\./);
  });
});
