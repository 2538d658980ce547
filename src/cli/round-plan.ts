import { reasonText } from '../../cards/reason-text.ts';
import { kindText, whyText } from '../../cards/round-words.ts';
import { type DryRun, dryRun } from '../features/rounds/dry-run.ts';
import { periodText } from '../words/period-text.ts';
import { swedishDate } from '../words/swedish.ts';
import type { Command } from './command.ts';
import { counted } from './problem-list.ts';
import { dayOption } from './round-reading.ts';
import { roundRefusal } from './round-refusal.ts';
import { textTable } from './text-table.ts';

export const roundPlan: Command = {
  name: 'round plan',
  takes: [],
  does: 'provkör: visa vem som skulle få vad en dag, och varför',
  more: 'Inget skickas. Det räknas som att ingen mer svarar till dess, och att allt annat är som nu.',
  options: { date: { type: 'string', value: 'DAG', does: 'dagen, till exempel 2026-12-03; annars i dag' } },
  async run(given, surroundings) {
    const date = dayOption(given, surroundings);
    const run = await dryRun(await surroundings.openStores(), date);
    if (!run.ok) throw roundRefusal(run.problem);
    return { text: dryRunText(run.value), data: { ...run.value } };
  },
};

/** What can't go out is in the table with its reason, and is no message that anybody gets. */
function countText(messages: DryRun['messages']): string {
  const lost = messages.filter(({ unreachable }) => unreachable !== undefined).length;
  const going = counted(messages.length - lost, 'meddelande', 'meddelanden');
  return lost === 0 ? `${going}.` : `${going}, och ${lost} som inte kan gå ut.`;
}

function dryRunText({ period, date, paused, rehearsalTo, messages }: DryRun): string {
  const head = `Provkörning: inget skickas. Uppföljningen av ${periodText(period)}, ${swedishDate(date)}.`;
  const rows = messages.flatMap(({ at, recipient, unreachable, items }) => {
    const lost = unreachable === undefined ? '' : `, men ${recipient} ${reasonText(unreachable)}`;
    return items.map(({ committeeId, kind, why }) => [at, recipient, committeeId, kindText(kind), whyText(why) + lost]);
  });
  return [
    head,
    paused ? 'Uppföljningen är pausad. Så här blir det om den återupptas:' : '',
    rehearsalTo === undefined
      ? ''
      : `En repetition pågår: allt går till ${rehearsalTo}. Så här blir det när den är slut:`,
    rows.length === 0 ? 'Inget skulle skickas den dagen.' : textTable(['Tid', 'Till', 'Nämnd', 'Vad', 'Varför'], rows),
    rows.length === 0 ? '' : countText(messages),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
