import assert from 'node:assert/strict';
import { runStyr } from '../../src/cli/run-styr.ts';
import { aLine, aRound, CONTROLLER, DEPUTY, OF_SN, REPORTER, withStarts } from '../features/rounds/round-scene.ts';
import { aReporter, aStoredAnswer } from '../support/builders.ts';
import { FakePlanFiles, type FakePorts, inMemoryPorts } from '../support/fakes.ts';

const form = { committeeId: 'BUN', recipient: REPORTER, kind: 'prompt' } as const;
const unclear = { state: 'ambiguous', reason: 'NO_ANSWER' } as const;

/** The command line of that municipality. */
function styrOf(ports: FakePorts) {
  const openStores = async () => ({ ...withStarts(ports), installLink: 'https://teams.microsoft.com/l/app/1' });
  const { reportFiles, clock } = ports;
  const surroundings = { files: new FakePlanFiles(), reportFiles, clock, openStores };
  return {
    run: (...args: string[]) => runStyr(args, surroundings),
    async says(...args: string[]): Promise<string> {
      const { exitCode, out, err } = await runStyr(args, surroundings);
      assert.deepEqual([exitCode, err], [0, '']);
      return out.replaceAll('\u00a0', ' ');
    },
    async json(...args: string[]) {
      const { out, err } = await runStyr([...args, '--json'], surroundings);
      assert.equal(err, '');
      return JSON.parse(out);
    },
  };
}

describe('styr round status', () => {
  it('shows the open round: its days, who has answered, who was asked, and who has to install the app', async () => {
    const ports = await aRound();
    const reporter = aReporter({ upn: OF_SN, name: 'Sven Rapportör' });
    await ports.answers.save(aStoredAnswer({ committeeId: 'SN', reporter }), []);
    await aLine(ports, form);

    const text = await styrOf(ports).says('round', 'status');

    assert.match(
      text,
      /^Uppföljningen av oktober 2026 är öppen sedan 3 november 2026\. Sista svarsdag är 10 november 2026\./,
    );
    assert.match(text, /Svaren låses 3 december 2026\./);
    assert.match(text, /8 november 2026 +de som frågats påminns +2 arbetsdagar före sista svarsdagen\n/);
    assert.match(text, /12 november 2026 +en ersättare till frågas/);
    assert.match(text, /1 av 2 nämnder har svarat\. Utskick: 1 skickat, 0 väntar, 0 oklara, 0 kom inte fram\./);
    assert.match(text, /BUN +saknas +rapportor\.bun@\S+ +formulär +skickat 4 november 2026 kl\. 08\.00/);
    assert.match(text, /SN +Sven Rapportör, 5 november 2026 kl\. 08\.00 +inget skickat/);
    assert.match(text, /installera appen i Teams, från https:\S+\/1\n {2}ersattare\.bun@styrmodell\.example \(BUN\)/);
  });

  it('says what stops the round, that nobody can be asked, and what was done by hand', async () => {
    const ports = await aRound();
    const { says } = styrOf(ports);
    const saidAt = ports.clock.now();
    await ports.absences.save({ upn: OF_SN, from: '2026-11-05', to: '2026-11-13', saidAt });
    await ports.crew.halt('BotDisabledByAdmin', new Date('2026-11-05T08:05:00+01:00'));
    await says('round', 'pause', '2026-10');
    await says('round', 'rehearse', '2026-10', '--to', CONTROLLER);

    const text = await says('round', 'status', '2026-10');

    assert.match(text, /PAUSAD: inget skickas\. Fortsätt med: styr round resume 2026-10/);
    assert.match(text, /REPETITION 1: allt går till controller@\S+ och räknas inte/);
    assert.match(text, /STOPP: inget skickas till någon före 5 november 2026 kl\. 08\.05, appen är avstängd i Teams/);
    assert.match(text, /Ingen kan frågas\n {2}SN: rapportor\.sn@\S+ är borta till och med 13 november 2026\n/);
    assert.match(text, /\n\nBorta\n {2}rapportor\.sn@\S+ till och med 13 november 2026\n/);
    assert.match(
      text,
      /Gjort för hand\n.*kl\. 08\.00: styr pausade rundan\n.*styr började repetition 1, till controller@/,
    );
  });

  it('has the same facts as JSON', async () => {
    const ports = await aRound();
    await aLine(ports, form, unclear);

    const { ok, period, standing, counts, ambiguous, mustInstall } = await styrOf(ports).json('round', 'status');

    assert.deepEqual([ok, period, standing, counts.ambiguous], [true, '2026-10', 'open', 1]);
    assert.deepEqual(
      [ambiguous[0].recipient, ambiguous[0].reason, mustInstall],
      [REPORTER, 'NO_ANSWER', [{ upn: DEPUTY, committeeIds: ['BUN'] }]],
    );
  });
});

describe('styr round plan', () => {
  it('shows who would get what a day, and why', async () => {
    const text = await styrOf(await aRound('2026-11-01T12:00:00+01:00')).says('round', 'plan', '--date', '2026-11-08');

    assert.match(text, /^Provkörning: inget skickas\. Uppföljningen av oktober 2026, 8 november 2026\.\n/);
    assert.match(
      text,
      /\n2026-11-08 08:00 +rapportor\.bun@\S+ +BUN +påminnelse +2 arbetsdagar före sista svarsdagen\n/,
    );
    assert.match(text, /\n2 meddelanden\.\n$/);
  });

  it('says of a message that it would not come, and why', async () => {
    const ports = await aRound('2026-11-01T12:00:00+01:00');
    const nobodyIn = { ...ports, conversations: inMemoryPorts().conversations };

    const text = await styrOf(nobodyIn).says('round', 'plan', '--date', '2026-11-03');

    assert.match(text, /controller@\S+ +BUN .* ingen i nämnden kan frågas, men controller@\S+ har inte appen\n/);
    assert.match(text, /\n0 meddelanden, och 1 som inte kan gå ut\.\n$/);
  });

  it('is of today when no day is given, and says when nothing would go out', async () => {
    const ports = await aRound('2026-11-05T12:00:00+01:00');
    await ports.answers.save(aStoredAnswer({ committeeId: 'SN' }), []);
    await aLine(ports, form);

    assert.match(await styrOf(ports).says('round', 'plan'), /5 november 2026\.\n\nInget skulle skickas den dagen\.\n$/);
  });

  it('reads a day as people write it', async () => {
    const { date } = await styrOf(await aRound()).json('round', 'plan', '--date', '3 december 2026');

    assert.equal(date, '2026-12-03');
  });
});

describe('styr round start, pause, resume and rehearse', () => {
  it('write what is to be, and say that the running service carries it out', async () => {
    const ports = await aRound('2026-11-01T10:00:00+01:00');
    const { says, json } = styrOf(ports);

    assert.match(await says('round', 'start', '2026-10'), /öppen från och med 1 november 2026\. .*tjänst.* nästa varv/);
    assert.match(await says('round', 'pause', '2026-10'), /är pausad: inget skickas/);
    assert.match(await says('round', 'resume', '2026-10'), /är återupptagen\. Den tjänst som är igång/);
    assert.deepEqual((await json('round', 'rehearse', '2026-10', '--to', CONTROLLER)).rehearsal, {
      number: 1,
      to: CONTROLLER,
    });
    assert.match(await says('round', 'rehearse-end', '2026-10'), /på riktigt\. Den tjänst som är igång/);
    const history = await ports.rounds.history('2026-10');
    assert.deepEqual(
      history.map(({ by, what }) => [by, what]),
      [
        ['styr', 'started'],
        ['styr', 'paused'],
        ['styr', 'resumed'],
        ['styr', `rehearsal 1 ${CONTROLLER}`],
        ['styr', 'rehearsal-ended 1'],
      ],
    );
    assert.deepEqual(ports.work.orders, []);
  });

  it('say where everything goes while a rehearsal is on', async () => {
    const ports = await aRound('2026-11-01T10:00:00+01:00');
    const { says } = styrOf(ports);
    await says('round', 'rehearse', '2026-10', '--to', CONTROLLER);

    const started = await says('round', 'start', '2026-10');
    await says('round', 'pause', '2026-10');
    const resumed = await says('round', 'resume', '2026-10');

    for (const text of [started, resumed])
      assert.match(text, /En repetition pågår: allt går till controller@\S+ i stället\. Den tjänst som är igång/);
  });

  it('say of a month that is over that nothing is sent', async () => {
    const ports = await aRound();
    const event = { at: ports.clock.now(), by: 'styr', what: 'paused' };
    await ports.rounds.change('2026-09', { paused: true, startedOn: '2026-10-01' }, event);

    assert.match(await styrOf(ports).says('round', 'resume', '2026-09'), /Den är avslutad, så inget skickas\./);
  });

  it('say of a month that has not opened when something will come of it', async () => {
    const text = await styrOf(await aRound()).says('round', 'rehearse', '2026-11', '--to', CONTROLLER);

    assert.match(text, /Den öppnar 3 december 2026; inget skickas före det\./);
  });
});

describe('styr round ledger, settle and resend', () => {
  it('find what is unclear, settle it, and send it again', async () => {
    const ports = await aRound();
    const { says, json } = styrOf(ports);
    await aLine(ports, form, unclear);
    await aLine(ports, { committeeId: 'SN', recipient: OF_SN, kind: 'prompt' });

    assert.match(await says('round', 'ledger'), /BUN .*oklart .*: inget svar från Teams\nSN .*skickat 4 november/);
    assert.deepEqual(
      (await json('round', 'ledger', '2026-10', '--state', 'ambiguous')).lines.map(
        (line: { recipient: string }) => line.recipient,
      ),
      [REPORTER],
    );
    assert.match(
      await says(
        'round',
        'settle',
        '2026-10',
        '--committee',
        'skolan',
        '--to',
        REPORTER,
        '--kind',
        'prompt',
        '--as',
        'unsent',
      ),
      /BUN .*väntar .*ersätter ett tidigare.*\n\nAvgjort: det kom inte fram, och skickas igen\. Den tjänst som/,
    );
    assert.match(await says('round', 'resend', '2026-10', '--to', OF_SN), /SN .*formulär +väntar/);
    assert.match(
      await says('round', 'ledger', '--state', 'ambiguous'),
      /^Inga sådana utskick i uppföljningen av oktober/,
    );
  });

  it('say that a pause or a rehearsal holds it', async () => {
    const ports = await aRound();
    const { says } = styrOf(ports);
    await aLine(ports, form);
    await says('round', 'pause', '2026-10');

    assert.match(await says('round', 'resend', '2026-10', '--to', REPORTER), /pausad: det skickas när den återupptas/);
  });

  it('say that it goes out when Teams takes anything again', async () => {
    const ports = await aRound();
    await aLine(ports, form);
    await ports.crew.halt('BotDisabledByAdmin', new Date('2026-11-05T08:05:00+01:00'));

    assert.match(await styrOf(ports).says('round', 'resend', '2026-10', '--to', REPORTER), /när det går igen/);
  });

  it('say in words why something is unclear, whatever came in Teams’ place', async () => {
    const ports = await aRound();
    const { says } = styrOf(ports);
    const step = ['-2', '0', '2', '4'];
    for (const [at, reason] of ['ECONNRESET', '502', 'CLAIM_EXPIRED', 'FAILED'].entries())
      await aLine(ports, { ...form, kind: 'reminder', variant: step[at] ?? '' }, { state: 'ambiguous', reason });

    const text = await says('round', 'ledger');

    assert.match(text, /bröts\n.*svarade med fel 502\n.*stannade mitt i utskicket\n.*något gick fel i tjänsten/);
  });
});

describe('A round’s command that can’t be carried out', () => {
  const wrongUse: readonly (readonly [args: readonly string[], says: RegExp])[] = [
    [['status', '2026-13'], /"2026-13" är ingen månad\. Skriv till exempel 2026-10/],
    [['status', 'T4'], /"T4" är ingen månad\..*tertial/],
    [['start'], /PERIOD saknas\.\n\nAnvändning: styr round start PERIOD/],
    [['start', 'oktober'], /"oktober" är ingen månad/],
    [['plan', '--date', '2026-02-30'], /--date 2026-02-30: Datumet finns inte/],
    [['plan', '--date', '2026-13-01'], /--date 2026-13-01: Datumet finns inte/],
    [['plan', '--date', '5/6'], /Menar du 5 juni 2026 eller 6 maj 2026\?/],
    [['plan', '--date', '9999-01-01'], /Året ska ligga mellan 2025 och 2031/],
    [['ledger', '--state', 'oklar'], /--state ska vara ready, sending, sent, refused eller ambiguous, inte "oklar"/],
    [['rehearse', '2026-10'], /--to saknas\./],
    [['rehearse', '2026-10', '--to', 'Eva Ek'], /"Eva Ek" är inget inloggningsnamn/],
    [['settle', '2026-10', '--to', REPORTER], /--committee saknas/],
    [['settle', '2026-10', '--committee', 'BUN', '--to', REPORTER, '--kind', 'kort'], /--kind ska vara prompt, /],
    [
      ['settle', '2026-10', '--committee', 'BUN', '--to', REPORTER, '--kind', 'prompt', '--as', 'ja'],
      /--as ska vara sent eller unsent, inte "ja"/,
    ],
  ];
  for (const [args, says] of wrongUse) {
    it(`says what is wrong with "${args.join(' ')}", and ends with 2`, async () => {
      const { exitCode, out, err } = await styrOf(await aRound()).run('round', ...args);

      assert.deepEqual([exitCode, out], [2, '']);
      assert.match(err.replaceAll('\u00a0', ' '), says);
    });
  }

  const refused: readonly (readonly [args: readonly string[], says: RegExp])[] = [
    [
      ['status', '2026-07'],
      /Planen följer inte upp juli 2026\. Öppen är oktober 2026\. Se den med: styr round status 2026-10/,
    ],
    [['plan', '--date', '2026-11-04'], /4 november 2026 har varit\. Välj i dag, 5 november 2026/],
    [['plan', '--date', '2031-01-01'], /Planen gäller till och med 2029/],
    [['start', '2026-10'], /redan öppen, sedan 3 november 2026/],
    [['start', '2026-11'], /November 2026 är inte slut\. Uppföljningen kan startas tidigast 1 december 2026/],
    [['start', '2026-09'], /september 2026 är avslutad\. Öppen är oktober 2026/],
    [['resume', '2026-10'], /är inte pausad/],
    [['rehearse-end', '2026-10'], /Ingen repetition av oktober 2026 pågår/],
    [['rehearse', '2026-10', '--to', 'eva@annan.example'], /eva@annan\.example finns inte bland planens kontakter/],
    [['rehearse', '2026-10', '--to', DEPUTY], /kan inte nås: har inte appen/],
    [
      ['settle', '2026-10', '--committee', 'BUN', '--to', REPORTER, '--kind', 'prompt', '--as', 'sent'],
      /är inte oklart utan: skickat/,
    ],
    [
      ['settle', '2026-10', '--committee', 'BUN', '--to', OF_SN, '--kind', 'prompt', '--as', 'sent'],
      /Inget sådant utskick/,
    ],
    [
      ['settle', '2026-10', '--committee', 'KS', '--to', OF_SN, '--kind', 'prompt', '--as', 'sent'],
      /KS finns inte i planen/,
    ],
    [['resend', '2026-10', '--to', OF_SN], /har inte fått något i den här uppföljningen/],
    [['resend', '2026-11', '--to', OF_SN], /november 2026 öppnar först 3 december 2026/],
  ];
  for (const [args, says] of refused) {
    it(`says why "${args.join(' ')}" changes nothing, and ends with 1`, async () => {
      const ports = await aRound();
      await aLine(ports, form);
      const before = ports.deliveries.rows;

      const { exitCode, out, err } = await styrOf(ports).run('round', ...args);

      assert.deepEqual([exitCode, out], [1, '']);
      assert.match(err.replaceAll('\u00a0', ' '), says);
      assert.deepEqual([ports.deliveries.rows, await ports.rounds.history('2026-10')], [before, []]);
    });
  }

  it('has its stable code in the JSON', async () => {
    const { json } = styrOf(await aRound());

    const { ok, code, period, since } = await json('round', 'start', '2026-10');

    assert.deepEqual([ok, code, period, since], [false, 'ALREADY_OPEN', '2026-10', '2026-11-03']);
  });
});
