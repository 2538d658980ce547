import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildAll } from '../../cards/all.ts';
import type { Card } from '../../cards/define-card.ts';
import { monthSummarySamples } from '../../cards/month-summary/sample.ts';
import { monthlyPromptSamples } from '../../cards/monthly-prompt/sample.ts';
import { outcomeReceiptSamples } from '../../cards/outcome-receipt/sample.ts';
import { workListSamples } from '../../cards/work-list/sample.ts';
import type { Month } from '../../src/domain/period.ts';
import type { Notice } from '../../src/ports.ts';
import { renderNotice } from '../../src/teams/render-notice.ts';
import { allObjects, utf16Bytes } from '../support/card-walk.ts';

/** The package's usual entry cannot be loaded by Node; its bundle can. */
const { AdaptiveCard, SerializationContext } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof import('adaptivecards');

/** Elements, inputs and actions of version 1.5 and earlier that the cards use. Anything else is a decision to take. */
const KNOWN_TYPES: ReadonlySet<string> = new Set([
  ...[
    'AdaptiveCard',
    'TextBlock',
    'Image',
    'Container',
    'FactSet',
    'ActionSet',
    'Input.Text',
    'Input.Date',
    'Input.Time',
    'Input.ChoiceSet',
  ],
  ...['Action.Execute', 'Action.Submit', 'Action.ToggleVisibility', 'Action.OpenUrl'],
  // Where the client draws it; its numbers stand beside it as text.
  'Chart.Donut',
]);
const VERBS = [
  ...['saveOutcome', 'saveDraft', 'changeOutcome', 'keepStored', 'openForm', 'showPage'],
  ...['importPlan', 'importPlanLater', 'cancelUpload'],
  ...['handInPart', 'askAdoption', 'adoptPart'],
  ...['askAbsence', 'saveAbsence', 'endAbsence'],
  ...['showRound', 'showLedger', 'dryRunRound', 'startRound', 'pauseRound', 'resumeRound'],
  ...['rehearseRound', 'endRehearsal', 'settleSent', 'settleUnsent', 'resendItem'],
  ...['showReport', 'writeReport', 'saveReportText', 'handInReport', 'signReport', 'askSendBack', 'sendBackReport'],
  ...[
    'getReport',
    'showMunicipalReport',
    'getMunicipalReport',
    'showReview',
    'saveReview',
    'holdReview',
    'agreeMeasure',
  ],
  ...['showGrades', 'saveGrades', 'writeMunicipalText', 'saveMunicipalText', 'askCompile', 'compileReport'],
  ...['askDecision', 'registerDecision'],
];

describe('The catalogue of cards', () => {
  for (const { name, situations } of buildAll()) {
    it(`${name} looks as it was last looked at`, async () => {
      const file = join(import.meta.dirname, '../../cards', name, 'rendered.json');

      const rendered: unknown = JSON.parse(await readFile(file, 'utf8'));

      assert.deepEqual(situations, rendered, 'If the change is meant: npm run cards:update, and read the difference');
    });

    for (const [situation, card] of Object.entries(situations)) {
      describe(`${name}, ${situation}`, () => checkCard(card));
    }
  }

  it('shows nothing on a locked screen but the month: no figure and no name', () => {
    const notices = [
      ...Object.values(monthlyPromptSamples).map((form): Notice => ({ kind: 'monthly-prompt', form })),
      ...Object.values(outcomeReceiptSamples).map((receipt): Notice => ({ kind: 'receipt', ...receipt })),
      ...Object.values(workListSamples).map(
        (list): Notice => ({ kind: 'work-list', list: { ...list, period: list.period as Month } }),
      ),
      ...Object.values(monthSummarySamples).map((summary): Notice => ({ kind: 'month-summary', ...summary })),
    ];

    for (const notice of notices) {
      const { summary = '' } = renderNotice(notice, {});

      assert.match(summary, /januari–(augusti|oktober|december) 2026/);
      assert.doesNotMatch(summary.replace('2026', ''), /\d/);
      assert.doesNotMatch(summary, /Anna|Berg|nämnden|under|över/i);
    }
  });
});

function checkCard(card: Card): void {
  const objects = allObjects(card);
  const inputs = objects.filter(({ type }) => typeof type === 'string' && type.startsWith('Input.'));
  const executes = objects.filter(({ type }) => type === 'Action.Execute');

  it('is a whole Swedish card of version 1.5 with known elements only', () => {
    assert.equal(card.version, '1.5');
    assert.equal(card.lang, 'sv');
    for (const { type } of objects) assert.ok(type === undefined || KNOWN_TYPES.has(String(type)), String(type));
    assert.doesNotMatch(JSON.stringify(card), /\$\{|\bundefined\b|\bNaN\b|\[object /);
  });

  it('is valid to the Adaptive Cards library', () => {
    const context = new SerializationContext();
    const parsed = new AdaptiveCard();

    parsed.parse(card, context);

    const parsing = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at));
    const faults = [...parsing, ...parsed.validateProperties().validationEvents];
    // The library's pattern for `lang` remembers where it stopped, so it refuses every other right value.
    const messages = faults
      .map(({ message }) => message)
      .filter((text) => text !== 'Invalid value "sv" for property "lang".')
      // Teams has more elements than the library; each has a fallback.
      .filter((text) => text !== 'Unknown element type "Chart.Donut". Fallback will be used if present.');
    assert.deepEqual(messages, []);
  });

  it('has every chart’s numbers as text beside it, and lets clients that draw none leave it out', () => {
    const values = objects.flatMap(({ facts }) => (Array.isArray(facts) ? (facts as { value: string }[]) : []));
    for (const { data, fallback } of objects.filter(({ type }) => String(type).startsWith('Chart.'))) {
      assert.equal(fallback, 'drop');
      for (const { value } of data as { value: number }[]) {
        assert.ok(
          values.some((fact) => fact.value.startsWith(`${value} av `)),
          `${value}`,
        );
      }
    }
  });

  it('fits in a message', () => {
    assert.ok(utf16Bytes(card) <= 24 * 1024, `${utf16Bytes(card)} bytes`);
  });

  it('has a label, an error text and an id of its own on every input', () => {
    for (const { id, label, errorMessage } of inputs) {
      assert.match(String(id), /^i_\d+_./);
      assert.ok(typeof label === 'string' && label !== '', String(id));
      assert.ok(typeof errorMessage === 'string' && errorMessage !== '', String(id));
    }
    const ids = objects.flatMap(({ id }) => (id === undefined ? [] : [id]));
    assert.equal(new Set(ids).size, ids.length);
    const labels = inputs.filter(({ type }) => type === 'Input.Text').map(({ label }) => label);
    assert.equal(new Set(labels).size, labels.length);
  });

  it('carries only version, prompt, revision and place in the form, and does the same in clients without Action.Execute', () => {
    for (const { title, verb, data, fallback } of executes) {
      assert.ok(VERBS.includes(String(verb)));
      assert.deepEqual(
        Object.keys(data as object).filter((name) => name !== 's' && name !== 'c' && name !== 'm'),
        ['v', 'p', 'r'],
      );
      const { type, title: olderTitle, data: olderData } = fallback as Record<string, unknown>;
      assert.deepEqual(
        { type, title: olderTitle, data: olderData },
        { type: 'Action.Submit', title, data: { ...(data as object), verb } },
      );
    }
  });

  it('has at most six buttons, and says in words what it says in colour', () => {
    const { actions = [] } = card as { actions?: unknown[] };
    assert.ok(actions.length <= 6);
    for (const { type, color, style, text, items } of objects) {
      if (type === 'TextBlock' && color === 'Attention') {
        assert.match(String(text), /underskott|[.:?)]/);
      }
      if (type === 'Container' && style !== undefined) assert.ok(JSON.stringify(items).includes('"text":"'));
    }
    for (const { type, wrap } of objects) if (type === 'TextBlock') assert.equal(wrap, true);
  });
}
