import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PROJECT_ROOT } from '../../src/local/project.ts';
import { textOf } from '../support/card-view.ts';
import { fillIn } from '../support/fill-in-template.ts';
import { type Municipality, openMunicipality, until } from '../support/municipality.ts';
import { cardOf, formsOf } from '../support/owed-october.ts';
import { styr } from '../support/styr.ts';
import type { TeamsUser } from '../support/teams-user.ts';

/** Long enough for the service to look for work twice: it does so every second. */
const TWO_ROUNDS_MS = 2_200;
/** What the people of an invented municipality type into the template, sheet by sheet. */
const typed = readFileSync(join(PROJECT_ROOT, 'test/support/krakbacken.txt'), 'utf8');

describe('Kråkbäckens kommun, with a governance model of its own', function () {
  this.timeout(90_000);

  let folder: string;
  let town: Municipality;
  /** Reporters of the executive board, the school committee under both its names, social care, and the technical one. */
  let siv: TeamsUser;
  let bodil: TeamsUser;
  let olle: TeamsUser;
  let tove: TeamsUser;
  let karin: TeamsUser;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'krakbacken-'));
    town = await openMunicipality({
      clockStarts: new Date('2026-04-07T08:00:00+02:00'),
      teamName: 'Kråknätet',
      channelName: 'Kvartalskollen',
      putPlanInForce: async (storage) => {
        await command(['plan', 'template', 'mall.xlsx']);
        writeFileSync(join(folder, 'plan.xlsx'), await fillIn(readFileSync(join(folder, 'mall.xlsx')), typed));
        assert.match(await command(['plan', 'import', 'plan.xlsx'], storage), /gäller från och med januari 2026/);
      },
    });
    await town.start();
    siv = town.person('siv.styf@krakbacken.example', 'Siv Styf');
    bodil = town.person('bodil.bok@krakbacken.example', 'Bodil Bok');
    olle = town.person('olle.orm@krakbacken.example', 'Olle Orm');
    tove = town.person('tove.tall@krakbacken.example', 'Tove Tall');
    karin = town.person('karin.kraka@krakbacken.example', 'Karin Kråka');
    await Promise.all([siv, bodil, olle, tove, karin].map((person) => person.install()));
    await siv.install(town.channel);
  });
  after(async () => {
    await town?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has typed its whole plan into the empty workbook, and the check finds nothing wrong', async () => {
    const checked = await command(['plan', 'check', 'plan.xlsx']);

    assert.match(checked, /^plan\.xlsx går att läsa in, 6 varningar\./);
    assert.equal(checked.match(/bidrar inte till/g)?.length, 6, checked);
  });

  it('takes its plan out as a workbook and as JSON, and neither changes anything when it comes back', async () => {
    for (const name of ['ut.xlsx', 'ut.json']) {
      await command(['plan', 'export', name], town.storage);

      const imported = await command(['plan', 'import', name], town.storage);

      assert.match(imported, /^Planen gäller redan, inget är ändrat\./, name);
    }
    assert.doesNotMatch(await command(['plan', 'versions'], town.storage), /^2 /m);
  });

  it('sees how each committee contributes to each of its three long-term goals', async () => {
    const coverage = await command(['plan', 'coverage'], town.storage);

    assert.match(
      coverage,
      /^OMS +2 Äldre är trygga hemma +uppdragsmål U2; indikatorer .*KONTINUITET.*; insats OMS-1$/m,
    );
    assert.match(coverage, /^BIL +3 Kråkbäcken klarar sig utan olja +SAKNAS/m);
    assert.match(coverage, /5 av 12 kopplingar mellan nämnd och mål saknas\./);
  });

  it('asks nobody on the third working day of April, for Easter is among the first eight days', async () => {
    await delay(TWO_ROUNDS_MS);

    for (const person of [siv, bodil, olle, tove]) assert.deepEqual(formsOf(person), []);
  });

  it('asks three committees on the fourth for January to March, and not the technical committee', async () => {
    await live('2026-04-08T08:00:00+02:00');

    await until('the prompts', () => [siv, bodil, olle].every((person) => formsOf(person).length === 1));

    assert.match(newest(siv), /^Månadsuppföljning januari–mars 2026\nKommunstyrelsen\. Svara senast 15 april 2026\./);
    assert.match(newest(bodil), /^Månadsuppföljning januari–mars 2026\nBildningsnämnden\./);
    assert.match(newest(olle), /^Månadsuppföljning januari–mars 2026\nOmsorgsnämnden\./);
    assert.deepEqual(formsOf(tove), []);
  });

  it('asks for what is due in March: business areas with their budgets, and no yearly indicators', () => {
    assert.match(newest(siv), /Fastigheter\nBudget helår: 24 000 tkr\nBudget jan–mars: 7 800 tkr\n/);
    assert.match(newest(bodil), /Lärare med legitimation\n.*\nMålvärde: minst 85\n/);
    assert.match(newest(olle), /Personer som en hemtjänsttagare möter på två veckor\n/);
    assert.doesNotMatch(newest(bodil), /Besök på biblioteket|Meritvärde/);
  });

  it('takes the three answers', async () => {
    const march = {
      siv: {
        'Ledning och stab: utfall': '12 000',
        'Fastigheter: utfall': '7,9 mnkr',
        indicator_SJUK: '6,1',
        total_SJUK: '7,3',
      },
      bodil: {
        'Förskola: utfall': '21 400',
        'Grundskola: utfall': '38 000',
        'Bibliotek och kultur: utfall': '4 400',
        indicator_BEHÖRIGA: '81,5',
        indicator_SJUK: '6,8',
      },
      olle: {
        'Hemtjänst: utfall': '25 100',
        'Hemtjänst: prognos': '99 000',
        'Särskilt boende: utfall': '29 800',
        'Stöd enligt LSS: utfall': '15 000',
        indicator_SJUK: '8,1',
        indicator_KONTINUITET: '14',
        Kommentar: 'Fler timmar i hemtjänsten än väntat.',
        'Åtgärd 1: vad': 'Turerna ritas om',
        'Åtgärd 1: effekt': '1 000',
      },
    };

    assert.match(await answered(siv, march.siv), /^Kvitto STY-2026-03-1\n/);
    assert.match(await answered(bodil, march.bodil), /^Kvitto BIL-2026-03-1\n/);
    assert.match(await answered(olle, march.olle), /^Kvitto OMS-2026-03-1\n[\s\S]*underskott 3,0 mnkr/);
  });

  it('is shown them on one card in the channel that its plan names', async () => {
    const summary = await until('the summary', () => summaries().find((text) => text.includes('kvitto OMS-2026-03-1')));

    assert.match(summary, /^Månadsuppföljning januari–mars 2026\nAlla 3 nämnder har svarat\./);
    assert.match(summary, /Omsorgsnämnden\nAvvikelse helår: underskott 3,0 mnkr/);
    assert.doesNotMatch(summary, /Tekniska nämnden|Lärandenämnden/);
    assert.equal(summaries().length, 1);
  });

  it('has every kind of target judged in its own way, and against the year’s own target where there is one', async () => {
    const assessed = await command(['plan', 'assess', '--period', '2026-03'], town.storage);

    for (const verdict of [
      'Sjukfrånvaro (SJUK): når inte målet\n  Målet är högst 7 % av arbetstiden. Senaste värdet är 7,3 (mars 2026)',
      'möter på två veckor (KONTINUITET): når målet\n  Målet är högst 15 (antal). Senaste värdet är 14 (mars 2026)',
      'Soliditet (SOLIDITET): når målet\n  Målet är 30–40 %.',
      'Besök på biblioteket (BESÖK): når målet\n  Målet är att öka från 41 200 (antal) år 2024.',
      'Hushållsavfall (AVFALL): kan inte bedömas\n  Kan inte bedömas: måttet ändrades 2025',
      'Företagens omdöme om myndighetsutövningen (NKI): når målet\n  Målet är att behålla 74 (index) år 2024, med högst 2',
      'Väntetid till särskilt boende (VÄNTAN): når målet\n  Målet är bättre än riket; riket har 68 (2025).',
      'Meritvärde i årskurs 9 (MERIT): når målet\n  Målet är bland de 25 % bästa; gränsen är 232 (2025).',
      'Invånare (INVÅNARE): nyckeltal\n',
      'Hållbart medarbetarengagemang (HME): nära målet\n  Målet är minst 80 (index). Senaste värdet är 77,9 (2025)',
    ])
      assert(assessed.replace(/[\u00a0\u202f]/g, ' ').includes(verdict), `${verdict} is missing in:\n${assessed}`);
  });

  it('is proposed grades from its own scale of three, by its own rule', async () => {
    const assessed = await command(['plan', 'assess', '--period', '2026-03'], town.storage);

    const proposed = new Set([...assessed.matchAll(/Förslag: ([^.]+)\./g)].map(([, grade]) => grade));
    assert.deepEqual([...proposed].sort(), ['Ej bedömt', 'Nått', 'På väg'], assessed);
  });

  it('hears of its model in its own words', async () => {
    await karin.say('Hur fungerar styrmodellen?');

    const text = newest(karin);
    assert.match(text, /genom Framtidsplan 2026–2028/);
    assert.match(text, /Strategiskt område → Långsiktigt mål → Delmål → Uppdragsmål → Insats → Steg/);
    assert.match(text, /1 Alla barn lyckas i skolan – 3 delmål, 3 indikatorer/);
    assert.match(text, /Omsorgsnämnden: uppdragsmål 1, insats 1, steg 1/);
  });

  it('asks the school committee for June under its old name, and the technical committee with what it was given', async () => {
    await live('2026-07-08T08:00:00+02:00');

    await until('the prompts', () => [bodil, olle, tove].every((person) => newest(person).includes('januari–juni')));

    assert.match(newest(bodil), /^Månadsuppföljning januari–juni 2026\nBildningsnämnden\. Svara senast 16 juli 2026\./);
    assert.match(newest(tove), /Budget helår: 31 400 tkr, varav tilläggsanslag 1 400 tkr \(KF 2026-04-27 § 42\)/);
    assert.match(newest(olle), /tilläggsanslag 6 000 tkr \(KF 2026-04-27 § 41\), ej fördelat på verksamhet\./);
    assert.deepEqual(formsOf(siv), []);
  });

  it('asks the new school committee for September, and says that the old one reported what is known', async () => {
    await live('2026-10-06T08:00:00+02:00');

    await until('the prompt', () => newest(bodil).includes('januari–september 2026'));

    const text = newest(bodil);
    assert.match(text, /^Månadsuppföljning januari–september 2026\nLärandenämnden\. Svara senast 13 oktober 2026\./);
    assert.match(text, /Utfall jan–mars: 21 400 tkr.*Bildningsnämnden/);
    assert.match(text, /Lärandenämnden finns från juli 2026 och har tagit över från Bildningsnämnden/);
  });

  it('asks the technical committee for the buildings that moved to it, with what the executive board reported', async () => {
    await until('the prompt', () => newest(tove).includes('januari–september 2026'));

    assert.match(newest(tove), /Fastigheter\n[\s\S]*?Utfall jan–mars: 7 900 tkr.*Kommunstyrelsen/);
  });

  it('sums up September under the new committee’s name', async () => {
    const receipt = await answered(bodil, {
      'Förskola: utfall': '63 500',
      'Grundskola: utfall': '116 400',
      'Bibliotek och kultur: utfall': '13 300',
      indicator_BEHÖRIGA: '83',
      indicator_SJUK: '6,4',
      Kommentar: 'Färre elever i årskurs 1.',
    });

    assert.match(receipt, /^Kvitto LÄR-2026-09-1\nLärandenämnden, januari–september 2026\n/);
    const september = await until('the summary', () =>
      summaries().find((text) => text.includes('kvitto LÄR-2026-09-1')),
    );
    assert.match(september, /^Månadsuppföljning januari–september 2026\n1 av 3 nämnder har svarat\./);
    assert.match(september, /Saknas: Omsorgsnämnden, Tekniska nämnden\./);
    assert.equal(summaries().length, 2);
  });

  /** The command line in Kråkbäcken's folder, on its clock; what it wrote. */
  async function command(args: readonly string[], storage?: string): Promise<string> {
    const where = { cwd: folder, clock: (town?.now() ?? new Date('2026-04-07T08:00:00+02:00')).toISOString() };
    const { exitCode, out, err } = await styr(args, storage === undefined ? where : { ...where, storage });
    assert.equal(exitCode, 0, `${args.join(' ')}: ${out}${err}`);
    return out;
  }

  /** Time goes by until then, and the service lives on. */
  async function live(moment: string): Promise<void> {
    await town.service.stop();
    town.pass((Date.parse(moment) - town.now().getTime()) / 1000);
    await town.start();
  }

  async function answered(person: TeamsUser, inputs: Readonly<Record<string, string>>): Promise<string> {
    const form = formsOf(person).at(-1) ?? assert.fail(`${person.upn} sees no form`);
    return textOf(cardOf(await person.press(form, { verb: 'saveOutcome', inputs })));
  }

  function newest(person: TeamsUser): string {
    return textOf(person.newestCard().card);
  }

  function summaries(): string[] {
    return town
      .channelShows()
      .flatMap(({ card }) => (card ? [textOf(card)] : []))
      .filter((text) => text.startsWith('Månadsuppföljning'));
  }
});
