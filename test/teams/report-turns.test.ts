import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import type { Doer } from '../../src/domain/report-record.ts';
import { interpretMessage } from '../../src/features/questions/interpret-message.ts';
import { compileReport } from '../../src/features/reporting/compile-report.ts';
import { registerDecision } from '../../src/features/reporting/register-decision.ts';
import type { ProvenActivity } from '../../src/ports.ts';
import { answerQuestion } from '../../src/teams/questions.ts';
import { textOf } from '../support/card-view.ts';
import type { Card } from '../support/fake-connector.ts';
import type { FakePorts } from '../support/fakes.ts';
import {
  administrator,
  answers,
  approver,
  clerk,
  controller,
  inReportPeriod,
  manager,
  othersReporter,
  reporter,
  reviewed,
  rosterWith,
  shownMunicipal,
  signed,
  stranger,
  value,
} from '../support/report-period.ts';

interface Attachment {
  readonly contentType: string;
  readonly name?: string;
  readonly content: Card;
}

/** The message that somebody's words are answered with. */
async function answerTo(
  ports: FakePorts,
  { upn, name }: Doer,
  words: string,
  where: 'personal' | 'channel' = 'personal',
): Promise<Partial<Activity>> {
  const inForce = await ports.plans.current();
  const activity: ProvenActivity = {
    ...{ type: 'message', channelId: 'msteams', serviceUrl: 'https://teams.example', text: words },
    conversation: { id: 'conversation', conversationType: where },
    from: { id: 'from', name, aadObjectId: `oid of ${upn}` },
  };
  const asked = { ports, context: {}, activity, inForce, nudge: () => undefined };
  const person = async () => ({ oid: `oid of ${upn}`, upn });
  const answer = await answerQuestion(
    { ...asked, person, send: () => assert.fail('nothing is sent beside the answer') },
    interpretMessage(words, inForce?.plan),
  );
  return answer ?? assert.fail('there is no answer');
}

async function says(...asked: Parameters<typeof answerTo>): Promise<string> {
  const { text, attachments } = await answerTo(...asked);
  const [attachment] = (attachments ?? []) as Attachment[];
  if (!attachment) return text ?? '';
  return attachment.contentType.includes('adaptive') ? textOf(attachment.content) : `file ${attachment.name}`;
}

async function afterTheCouncil(): Promise<FakePorts> {
  const ports = inReportPeriod();
  await signed(ports);
  await reviewed(ports);
  const registered = { registrationNumber: 'KS 2026/123' };
  value(await compileReport(ports, await shownMunicipal(ports), registered, controller));
  ports.clock.moveTo('2026-10-20T08:00:00+02:00');
  const given = { date: '2026-10-19', paragraph: 'KF § 88', ...registered, outcome: 'approved' as const, why: '' };
  const about = { ...(await shownMunicipal(ports)), version: 1 };
  value(await registerDecision(ports, about, { ...given, appropriations: [], orders: [] }, clerk));
  return ports;
}

describe('A question about a report', () => {
  it('is about one’s own committee’s newest report period', async () => {
    const ports = inReportPeriod({ now: '2026-10-10T08:00:00+02:00' });
    await answers(ports);

    for (const words of ['rapporten', 'vår delårsrapport', 'rapport T2', 'report']) {
      assert.match(await says(ports, reporter, words), /^Delårsrapport januari–augusti 2026, Barn- och/, words);
    }
    assert.match(await says(ports, reporter, 'månadsrapporten'), /^Månadsrapport januari–september 2026, Barn- och/);
    assert.match(await says(ports, approver, 'rapporten T1'), /^Tertialrapport januari–april 2026, Barn- och/);
  });

  it('is about the municipality’s for those who work for no committee', async () => {
    const ports = inReportPeriod();

    for (const person of [controller, manager, administrator]) {
      assert.match(
        await says(ports, person, 'rapporten'),
        /^Kommunens delårsrapport januari–augusti 2026/,
        person.name,
      );
    }
    assert.match(await says(ports, reporter, 'kommunens rapport'), /^Kommunens delårsrapport januari–augusti 2026/);
    assert.match(await says(ports, manager, 'rapport BUN'), /^Delårsrapport januari–augusti 2026, Barn- och/);
  });

  it('asks which, of those who work for several', async () => {
    const roster = rosterWith({ committee: 'SN', role: 'reporter', order: 2, upn: reporter.upn });

    assert.equal(
      await says(inReportPeriod({ roster }), reporter, 'rapporten'),
      'Vilken nämnd? Du arbetar för flera. Skriv till exempel "rapport BUN" eller "rapport SN".',
    );
  });

  it('about what does not exist, or not yet, says so', async () => {
    const ports = inReportPeriod();

    assert.equal(
      await says(ports, reporter, 'årsredovisningen'),
      'Rapporten för januari–december 2026 öppnar 3 januari 2027.',
    );
    assert.equal(await says(ports, reporter, 'rapport januari'), 'Planen följer inte upp januari 2026.');
    assert.equal(await says(ports, reporter, 'årsredovisningen 2019'), 'Planen har ingen årsredovisning för 2019.');
    assert.match(await says(ports, reporter, 'rapport kyrkogårdsnämnden'), /^Vilken nämnd menar du\?/);
  });

  it('about another committee’s unfinished report is refused, and strangers are told who they are', async () => {
    const ports = inReportPeriod();
    await answers(ports);

    assert.match(await says(ports, othersReporter, 'rapport BUN'), /finns inte, eller så får du inte/);
    assert.match(await says(ports, stranger, 'rapport BUN'), /Du finns inte bland kommunens kontakter/);
  });

  it('in a channel shows only what the council has approved, as it was approved, with nothing to press', async () => {
    const before = inReportPeriod();
    await signed(before);
    const after = await afterTheCouncil();
    await answers(after, 'BUN', { forecastKr: 1_900_000 });

    assert.match(await says(before, reporter, 'rapport BUN', 'channel'), /bara rapporter som fullmäktige har godkänt/);
    for (const words of ['rapport BUN', 'BUN:s delårsrapport']) {
      const shown = await says(after, reporter, words, 'channel');
      assert.match(shown, /Godkänd av kommunfullmäktige 19 oktober 2026 \(KF § 88\)/, words);
      assert.match(shown, /Prognos för helåret: enligt budget/);
      assert.doesNotMatch(shown, /\((Uppdatera|Word|Lämna in)\)/);
    }
    assert.match(await says(after, reporter, 'rapport SN T1', 'channel'), /bara rapporter som fullmäktige har godkänt/);
  });

  it('from anybody in the municipality shows what the council has approved', async () => {
    const ports = await afterTheCouncil();

    const shown = await says(ports, stranger, 'rapport BUN');

    assert.match(shown, /Godkänd av kommunfullmäktige 19 oktober 2026 \(KF § 88\)/);
    assert.match(shown, /\(PDF\)/);
  });

  it('as a file is offered to those who may read it, in their own chat', async () => {
    const ports = inReportPeriod();
    await signed(ports);

    const pdf = await answerTo(ports, reporter, 'hämta delårsrapporten som pdf');

    const [offer] = (pdf.attachments ?? []) as Attachment[];
    assert.equal(offer?.contentType, 'application/vnd.microsoft.teams.card.file.consent');
    assert.equal(offer?.name, 'Delårsrapport januari–augusti 2026 BUN.pdf');
    assert.equal(
      await says(ports, manager, 'skicka kommunens rapport som word'),
      'file Delårsrapport januari–augusti 2026 Exempelkommunen.docx',
    );
    assert.match(await says(ports, stranger, 'hämta rapport BUN som pdf'), /finns inte, eller så får du inte/);
    assert.match(
      await says(ports, reporter, 'hämta rapporten som pdf', 'channel'),
      /Filer lämnar jag bara i vår egen chatt/,
    );
  });

  it('about the joint review leads to it', async () => {
    const ports = inReportPeriod();

    assert.match(await says(ports, controller, 'genomgången'), /genomgång/i);
    assert.equal(
      await says(ports, controller, 'genomgången för december'),
      'Rapporten för januari–december 2026 öppnar 3 januari 2027.',
    );
  });

  it('waits for a plan', async () => {
    const ports = inReportPeriod();
    ports.plans.current = async () => undefined;

    assert.match(await says(ports, reporter, 'rapporten'), /^Ingen plan är inläst ännu/);
  });
});
