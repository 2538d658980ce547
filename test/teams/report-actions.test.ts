import assert from 'node:assert/strict';
import { CARD_VERSION, type VerbOf } from '../../cards/actions.ts';
import type { Doer } from '../../src/domain/report-record.ts';
import { saveCommitteeText } from '../../src/features/reporting/save-report-text.ts';
import type { CardAnswer } from '../../src/teams/card-answer.ts';
import { answerReportPress } from '../../src/teams/report-actions.ts';
import { hasButton, inputOf, textOf } from '../support/card-view.ts';
import type { Card } from '../support/fake-connector.ts';
import type { FakePorts } from '../support/fakes.ts';
import {
  answers,
  approver,
  controller,
  handedIn,
  INTERIM,
  inReportPeriod,
  manager,
  othersReporter,
  reporter,
  shown,
  signed,
  stranger,
  value,
} from '../support/report-period.ts';

interface Pressed {
  readonly id?: string;
  readonly version?: number;
  readonly revision?: number;
  readonly mark?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly personal?: boolean;
}

/** A press on the committee's card as it stands, unless something else is said of it. */
async function press(
  ports: FakePorts,
  verb: VerbOf<'report'>,
  { upn, name }: Doer,
  how: Pressed = {},
): Promise<CardAnswer> {
  const now = await shown(ports);
  const { id = `BUN ${INTERIM}`, version = CARD_VERSION, revision = now.revision, mark = now.mark, data = {} } = how;
  const presser = {
    person: { oid: `oid of ${upn}`, upn },
    name,
    conversationId: 'chat',
    personal: how.personal ?? true,
  };
  return answerReportPress(
    { ports, context: {} },
    { verb, id, version, revision, mark, data },
    { ...presser, activityId: undefined },
  );
}

function cardIn(answer: CardAnswer): Card {
  assert(answer.kind === 'card', `no card: ${JSON.stringify(answer)}`);
  return answer.card as Card;
}

function said(answer: CardAnswer): string {
  return answer.kind === 'card' ? textOf(answer.card as Card) : answer.text;
}

async function deeds(ports: FakePorts): Promise<readonly string[]> {
  return (await ports.reports.history('BUN', INTERIM)).map(({ deed }) => deed);
}

describe('A press on a committee’s report', () => {
  it('shows the page that it names, and the overview for one that there is not', async () => {
    const ports = inReportPeriod();
    await answers(ports);

    assert.match(said(await press(ports, 'showReport', reporter, { data: { s: 2 } })), /\(Till översikten\)/);
    for (const s of [0, 7, -1, '2', null]) {
      assert.match(said(await press(ports, 'showReport', reporter, { data: { s } })), /\(Uppdatera\)/, String(s));
    }
  });

  it('on a card of another version does nothing and shows the report as it is', async () => {
    const ports = inReportPeriod();
    await answers(ports);

    const answer = await press(ports, 'handInReport', reporter, { version: 0 });

    assert.match(said(answer), /^Delårsrapport januari–augusti 2026, [\s\S]*Under arbete, inte inlämnad\./);
    assert.deepEqual(await deeds(ports), []);
  });

  it('without the mark or the revision that it was shown with does nothing', async () => {
    const ports = inReportPeriod();
    await handedIn(ports);
    const { revision, mark } = await shown(ports);

    for (const how of [{ mark: '' }, { mark: mark.slice(0, 8) }, { revision: revision + 1 }, { revision: 0.5 }]) {
      assert.match(
        said(await press(ports, 'signReport', approver, how)),
        /Rapporten har ändrats sedan du öppnade kortet/,
      );
    }
    assert.deepEqual(await deeds(ports), ['hand-in']);
  });

  it('about no report of ours is answered in words', async () => {
    const ports = inReportPeriod();

    for (const id of ['', 'BUN', '2026-08', 'BUN 2026-13']) {
      assert.match(said(await press(ports, 'showReport', reporter, { id })), /Kortet är inaktuellt/, id);
    }
    for (const id of ['XYZ 2026-08', 'municipality 2026-08', 'SN 2026-08']) {
      assert.match(said(await press(ports, 'showReport', reporter, { id })), /finns inte, eller så får du inte/, id);
    }
  });

  it('in a channel shows nothing there', async () => {
    const ports = inReportPeriod();
    await signed(ports);

    for (const verb of ['showReport', 'signReport', 'getReport'] as const) {
      assert.match(said(await press(ports, verb, approver, { personal: false })), /bara i vår egen chatt/);
    }
  });

  it('by somebody who may not is refused alike, and noted by object id', async () => {
    const ports = inReportPeriod();
    await handedIn(ports);

    for (const person of [manager, othersReporter, controller, stranger]) {
      assert.match(said(await press(ports, 'signReport', person)), /finns inte, eller så får du inte/, person.name);
    }
    assert.deepEqual(ports.log.entries.at(-1), {
      level: 'warn',
      message: 'press refused',
      facts: {
        ...{ event: 'audit', verb: 'signReport', reason: 'NOT_ALLOWED', oid: `oid of ${stranger.upn}` },
        ...{ scope: 'BUN', period: INTERIM },
      },
    });
  });

  it('that would sign a month says that months are not signed', async () => {
    const ports = inReportPeriod();

    const answer = await press(ports, 'signReport', approver, { id: 'BUN 2026-07', revision: 0 });

    assert.match(said(answer), /Juli 2026 är en vanlig månad/);
    assert.match(said(answer), /^Månadsrapport januari–juli 2026/);
  });

  it('lets a controller send back what is signed, until it is compiled', async () => {
    const ports = inReportPeriod();
    await signed(ports);

    const form = await press(ports, 'askSendBack', controller);
    const sent = await press(ports, 'sendBackReport', controller, { data: { i_1_why: 'Utfallet är fel.' } });

    assert.match(said(form), /Vad behöver ändras\?/);
    assert.match(said(sent), /Återsänd .* av Anna Controller\. Skäl: ”Utfallet är fel\.”/);
    assert.ok(sent.kind === 'card' && sent.lasting);
  });

  it('keeps the reason when the report has changed meanwhile', async () => {
    const ports = inReportPeriod();
    await handedIn(ports);
    const before = await shown(ports);
    value(await saveCommitteeText(ports, before, 'summary', 'Nytt.', reporter));

    const data = { i_1_why: 'Utfallet är fel.' };
    const answer = await press(ports, 'sendBackReport', approver, { ...before, data });

    assert.match(said(answer), /Rapporten har ändrats sedan du öppnade kortet/);
    assert.equal(inputOf(cardIn(answer), 'why').value, 'Utfallet är fel.');
    assert.deepEqual(await deeds(ports), ['hand-in', 'write']);
  });

  it('opens the first text that nobody has written', async () => {
    const ports = inReportPeriod();
    await answers(ports);
    value(await saveCommitteeText(ports, await shown(ports), 'summary', 'Bra.', reporter));

    assert.match(said(await press(ports, 'writeReport', reporter)), /^Händelser av väsentlig betydelse\n/);
    assert.match(said(await press(ports, 'writeReport', controller)), /Texterna kan inte ändras nu\./);
  });

  it('that saves the same text again changes nothing, and goes on', async () => {
    const ports = inReportPeriod();
    await answers(ports);
    const data = { i_1_summary: 'Bra.', s: 1 };
    await press(ports, 'saveReportText', reporter, { data });

    const again = await press(ports, 'saveReportText', reporter, { data });

    assert.match(said(again), /^Händelser av väsentlig betydelse\n/);
    assert.deepEqual(await deeds(ports), ['write']);
  });

  it('with what is no text is refused', async () => {
    const ports = inReportPeriod();
    await answers(ports);

    const answer = await press(ports, 'saveReportText', reporter, { data: { i_1_summary: '\uD800' } });

    assert.equal(answer.kind, 'bad-request');
  });

  it('for a document offers the file that the button names, to those who may read the report', async () => {
    const ports = inReportPeriod();
    await handedIn(ports);

    const pdf = await press(ports, 'getReport', manager, { data: { s: 1 } });
    const none = await press(ports, 'getReport', manager, { data: { s: 9 } });
    const strangers = await press(ports, 'getReport', stranger, { data: { s: 1 } });

    assert(pdf.kind === 'file');
    assert.equal(pdf.offer.name, 'Delårsrapport januari–augusti 2026 BUN.pdf');
    assert.deepEqual(pdf.offer.content.acceptContext, { kind: 'report', scope: 'BUN', period: INTERIM, format: 'pdf' });
    assert.match(said(none), /Välj Word, PDF eller Excel/);
    assert.match(said(strangers), /finns inte, eller så får du inte/);
  });

  it('shows the way to the form only to those who may change the figures', async () => {
    const ports = inReportPeriod();
    await handedIn(ports);

    assert.match(said(await press(ports, 'showReport', reporter)), /\(Ändra siffror\)/);
    assert.match(said(await press(ports, 'showReport', controller)), /\(Ändra siffror\)/);
    for (const person of [approver, manager]) {
      const card = cardIn(await press(ports, 'showReport', person));
      assert.doesNotMatch(textOf(card), /\(Ändra siffror\)/);
      assert.equal(hasButton(card, 'writeReport'), person === approver);
    }
  });
});
