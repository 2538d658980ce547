import { buildLexicon } from '../features/questions/understanding/lexicon/build-lexicon.ts';
import type { Understanding } from '../features/questions/understanding/reading.ts';
import { understand } from '../features/questions/understanding/understand.ts';
import { type Command, type Given, isSet, textOf, wrongUse } from './command.ts';
import { storedPlan } from './plan-reading.ts';

export const ask: Command = {
  name: 'ask',
  takes: ['FRÅGA'],
  does: 'visa hur en fråga på vanlig svenska uppfattas: vad den gäller, och hur säkert det är',
  more: `Namnen kommer ur planen som gäller. Samma fråga, plan och dag uppfattas alltid likadant, utan språkmodell.`,
  options: {
    explain: { type: 'boolean', does: 'visa vilka ord som avgjorde' },
    now: { type: 'string', value: 'TID', does: 'när frågan ställs, till exempel 2026-11-05T08:00:00+01:00' },
    context: { type: 'string', value: 'FRÅGA', does: 'frågan före, i samma samtal' },
  },
  async run(given, { clock, openStores }) {
    const [text = ''] = given.files;
    const lexicon = buildLexicon(await storedPlan(await openStores()));
    const context = textOf(given, 'context');
    const now = instantGiven(given) ?? clock.now();
    const understood = understand(text, { lexicon, now, ...(context === undefined ? {} : { context }) });
    const { why, ...reading } = understood;
    const explained = isSet(given, 'explain');
    return {
      text: [
        readingText(understood),
        ...(explained ? ['', ...why.map((one) => `  “${one.words}”: ${one.means}`)] : []),
      ].join('\n'),
      data: { ...reading, ...(explained ? { why } : {}) },
    };
  },
};

function instantGiven(given: Given): Date | undefined {
  const text = textOf(given, 'now');
  if (text === undefined) return undefined;
  const instant = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) || Number.isNaN(instant.getTime()))
    throw wrongUse(`"${text}" är ingen tid. Skriv till exempel 2026-11-05T08:00:00+01:00.`);
  return instant;
}

function readingText({ intent, entities, confidence }: Understanding): string {
  const about = Object.entries(entities).map(
    ([key, value]) => `${key}=${Array.isArray(value) ? value.join('+') : value}`,
  );
  return `${[intent, ...about].join(' ')} (${Math.round(confidence * 100)} % säkert)`;
}
