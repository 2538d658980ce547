import assert from 'node:assert/strict';
import { askForDocument } from '../../cards/report-summary/actions.ts';
import { reportSummaryCard } from '../../cards/report-summary/card.ts';
import { reportSummarySamples } from '../../cards/report-summary/sample.ts';
import { careReport } from '../../cards/report-summary/sample-contents.ts';
import { committeeSummary, type ReportSummary } from '../../src/domain/report-summary.ts';
import { interpretMessage } from '../../src/features/questions/interpret-message.ts';
import { renderNotice } from '../../src/teams/render-notice.ts';
import { aPlan } from '../support/builders.ts';
import { textOf } from '../support/card-view.ts';
import { allObjects, utf16Bytes } from '../support/card-walk.ts';

type Sample = (typeof reportSummarySamples)[string];

function sample(name: string): Sample {
  return reportSummarySamples[name] ?? assert.fail(`no sample: ${name}`);
}

function shown(name: string, overrides: Partial<ReportSummary> = {}, context = sample(name).context): string {
  const facts = sample(name);
  return textOf(reportSummaryCard.build({ ...facts, context, summary: { ...facts.summary, ...overrides } }));
}

describe('The summary of a committee whose figures are all missing', () => {
  const card = shown('all figures are missing');

  it('says that they are missing, and what cannot be said therefore', () => {
    assert.match(card, /har svarat, men siffrorna saknas\. Det går inte att säga om budgeten för 2026 håller\./);
    assert.match(card, /Saknas: utfall, prognos, indikatorer och bedömning av mål\./);
    assert.match(card, /Då var prognosen enligt budget, nu saknas den\./);
  });

  it('shows no 0 and no surplus in the place of what is missing', () => {
    assert.match(card, /^Utfall jan–aug: saknas \(budget 41,6 mnkr\)$/m);
    assert.match(card, /^Avvikelse helår: kan inte räknas, prognos saknas$/m);
    assert.doesNotMatch(card, /\b0(,0)? (mnkr|tkr)|överskott|underskott/);
  });
});

describe('A budget beside a figure that is missing', () => {
  it('has its unit', () => {
    assert.match(shown('all figures are missing'), /^Utfall jan–aug: saknas \(budget [\d,]+ mnkr\)$/m);
  });
});

describe('The summary of a committee with a deficit of 12 million kronor', () => {
  const card = shown('a deficit of 12 million kronor');

  it('says of measures that give nothing that they give nothing', () => {
    const { summary } = sample('a deficit of 12 million kronor');
    const committees = summary.committees.map((line) => ({ ...line, measures: { count: 1, counted: 1, effectKr: 0 } }));

    assert.match(
      shown('a deficit of 12 million kronor', { committees }),
      /redovisar en åtgärd\. Beräknad effekt i år: 0 tkr\./,
    );
  });

  it('says so in its first sentence, in words and with its share of the budget', () => {
    assert.match(card, /^Socialnämnden räknar med ett underskott på 12,0 mnkr för 2026, 3,8 procent av budgeten\.$/m);
  });

  it('says how that has changed and what is done about it', () => {
    assert.match(card, /försämrats med 4,0 mnkr: från underskott 8,0 mnkr till underskott 12,0 mnkr\./);
    assert.match(card, /redovisar 3 åtgärder\. Beräknad effekt i år för 2 av dem: 4,2 mnkr\./);
  });

  it('names nothing done when nothing is', () => {
    const { summary } = sample('a deficit of 12 million kronor');
    const committees = summary.committees.map((line) => ({ ...line, measures: { count: 0, counted: 0, effectKr: 0 } }));

    assert.match(shown('a deficit of 12 million kronor', { committees }), /Nämnden redovisar inga åtgärder\./);
  });
});

describe('The summary of a committee with a target in words and no baseline', () => {
  const card = shown('a target in words without a baseline');

  it('says that it can’t be judged and why, with its value, and does not count it as missed', () => {
    assert.match(
      card,
      /trygga i skolan: kan inte bedömas, eftersom planen säger öka men inte från vilket värde\. Senaste värdet är 78 % \(2025\)\./,
    );
    assert.match(card, /^1 av 3 indikatorer når sitt mål, 1 är nära, 1 kan inte bedömas\.$/m);
    assert.doesNotMatch(card, /når inte målet/);
  });

  it('says nothing of a share that is no tenth of a percent', () => {
    assert.match(card, /räknar med ett överskott på 260 tkr för 2026\.$/m);
  });
});

describe('The municipality’s summary', () => {
  it('counts deficits among those that have given a forecast, and says who is missing', () => {
    const card = shown('some have reported');

    assert.match(
      card,
      /^En av de 3 nämnder som har lämnat prognos räknar med underskott för 2026: Socialnämnden, 12,0 mnkr\.$/m,
    );
    assert.match(card, /^Har inte rapporterat: Kultur- och fritidsnämnden \(sista svarsdag 14 september 2026\)\.$/m);
  });

  it('never calls the committees’ sum the municipality’s result, and makes none with a part missing', () => {
    assert.match(shown('some have reported'), /sammanlagda avvikelse går inte att räkna ut: prognoser saknas\./);
    const sum = { budgetKr: 1_000_000, budgetToDateKr: 0, deviationKr: -2_500_000 };
    const withoutFees = { ...sum, deviationKr: -2_000_000 };

    assert.match(
      shown('some have reported', { sum: { ...sum, withoutFees } }),
      /sammanlagt: underskott 2,5 mnkr, utan avgiftsfinansierad verksamhet underskott 2,0 mnkr\. Det är inte kommunens resultat\./,
    );
  });

  it('calls late what a committee calls late, also before its last day', () => {
    const [one, ...rest] = careReport.work;
    assert(one);
    const inTime = { kind: 'on-time', endsOn: '2026-12-31' } as const;
    const work = [{ ...one, name: 'Bygglov', status: 'late' as const, lateness: inTime }, ...rest];
    const { summary } = sample('a deficit of 12 million kronor');
    const now = committeeSummary({ ...careReport, work }, [], { dueOn: summary.dueOn, stage: summary.stage });

    assert.ok(now.work.late.includes('Bygglov'));
    assert.match(
      shown('a deficit of 12 million kronor', { work: { of: 2, late: ['Bygglov', 'Hamn'] } }),
      /^2 av 2 åtaganden, aktiviteter och uppdrag är försenade: Bygglov, Hamn\.$/m,
    );
  });

  it('says of a committee that has not reported that the approved report is without it', () => {
    const { stage } = sample('the committee’s is approved').summary;

    assert.match(
      shown('nothing has been reported', { stage }),
      /^Kommunens rapport är godkänd av fullmäktige 21 oktober 2026, .*\. Nämndens uppgifter saknas i den\.$/m,
    );
    assert.match(
      shown('the committee’s is approved'),
      /^Med i kommunens rapport, godkänd av fullmäktige 21 oktober 2026/m,
    );
  });

  it('counts the goals by grade and averages nothing', () => {
    const card = shown('some have reported');

    assert.match(card, /^I hög grad uppfyllt: 2 av 4$/m);
    assert.match(card, /^Inte bedömt ännu: 2 av 9$/m);
    assert.doesNotMatch(card, /snitt|medel/);
  });

  it('asks during the year whether goals will be reached, and at its end whether they were', () => {
    assert.match(shown('compiled'), /Kommunfullmäktiges mål: bedöms de nås\?/);
    assert.match(shown('compiled', { kind: 'annual', period: '2026-12' }), /Kommunfullmäktiges mål: nåddes de\?/);
    assert.match(shown('compiled', { kind: 'annual', period: '2026-12' }), /redovisar underskott för 2026/);
  });

  it('is preliminary until the council has approved what it shows', () => {
    assert.match(shown('compiled'), /Hela kommunen – preliminärt/);
    assert.doesNotMatch(shown('approved'), /preliminär/i);
    const { summary } = sample('approved');
    const { compiled } = summary.stage;
    assert.ok(compiled);
    const again = shown('approved', {
      stage: { ...summary.stage, state: 'compiled', compiled: { ...compiled, version: 2 } },
    });
    assert.match(again, /preliminärt/);
    assert.match(again, /Version 1 godkändes av fullmäktige 21 oktober 2026, KF § 112 .*; den nya är inte beslutad\./);
  });
});

describe('A summary’s way to the document', () => {
  it('is a link to the chat with the question written, where there is a Teams to open', () => {
    const card = reportSummaryCard.build(sample('all figures are missing'));
    const [link] = allObjects(card).filter(({ type }) => type === 'Action.OpenUrl');

    const url = new URL(String(link?.url));

    assert.equal(url.origin + url.pathname, 'https://teams.microsoft.com/l/chat/0/0');
    assert.equal(url.searchParams.get('users'), '28:00000000-0000-4000-8000-000000000000');
    assert.equal(url.searchParams.get('message'), 'hämta KFN:s delårsrapport augusti 2026 som pdf');
    assert.ok(String(link?.url).length < 1_900);
  });

  it('is in words where there is none', () => {
    const card = shown('nothing has been reported');

    assert.match(card, /Skriv ”hämta KFN:s delårsrapport augusti 2026 som pdf” till mig i vår egen chatt/);
    assert.doesNotMatch(card, /\(Hämta/);
  });

  it('is understood when it is sent', () => {
    const plan = aPlan();
    const about = [
      { scope: 'BUN', period: '2026-08', kind: 'interim' },
      { scope: 'municipality', period: '2026-04', kind: 'tertial' },
      { scope: 'municipality', period: '2026-12', kind: 'annual' },
    ] as const;

    const read = about.map((one) => interpretMessage(askForDocument(one), plan));

    const [committee] = plan.committees;
    assert.deepEqual(read, [
      { kind: 'report', of: committee, period: { kind: 'interim', month: 8, year: 2026 }, format: 'pdf' },
      { kind: 'report', of: 'municipality', period: { kind: 'tertial', month: 4, year: 2026 }, format: 'pdf' },
      { kind: 'report', of: 'municipality', period: { kind: 'annual', year: 2026 }, format: 'pdf' },
    ]);
  });
});

describe('A summary with names that people have made up', () => {
  it('shows them as they were written', () => {
    const { summary } = sample('a deficit of 12 million kronor');
    const committees = summary.committees.map((line) => ({ ...line, name: '**Nämnd** [x](http://y)' }));

    const card = shown('a deficit of 12 million kronor', { name: '**Nämnd** [x](http://y)', committees });

    assert.doesNotMatch(card, /(?<!\\)\*\*|(?<!\\)\[x/);
  });

  it('tells a locked screen neither names nor figures', () => {
    for (const { summary, place, replaces } of Object.values(reportSummarySamples)) {
      const { summary: text = '' } = renderNotice({ kind: 'report-summary', summary, place, replaces }, {});

      assert.equal(text, 'Delårsrapport januari–augusti 2026');
    }
  });
});

describe('The summary of a large municipality', () => {
  it('fits in a message, and says that there is more in the report', () => {
    const { summary, ...facts } = sample('some have reported');
    const [line] = summary.committees;
    assert.ok(line);
    const committees = Array.from({ length: 40 }, (_, at) => {
      const name = `Nämnden för vuxenutbildning och arbetsmarknad nummer ${at}`;
      const names = ['En indikator med ett långt namn', 'En annan indikator', 'En tredje'];
      const missing = [{ what: 'indicator', names } as const, { what: 'grade', names } as const];
      return { ...line, committeeId: `N${at}`, name, standing: { ...line.standing, missing } };
    });

    const card = reportSummaryCard.build({ ...facts, summary: { ...summary, committees } });

    assert.ok(utf16Bytes(card) <= 40 * 1024, `${utf16Bytes(card)} bytes`);
    assert.match(textOf(card), /^25 till står i rapporten\.$/m);
    assert.match(textOf(card), /och 34 nämnder till\.$/m);
  });
});
