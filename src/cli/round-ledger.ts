import type { RoundLine } from '../domain/round-overview.ts';
import { periodText } from '../words/period-text.ts';
import { type Command, textOf } from './command.ts';
import { choiceOption } from './round-reading.ts';
import { loadOverview } from './round-status.ts';
import { linesTable } from './round-text.ts';

const STATES = ['ready', 'sending', 'sent', 'refused', 'ambiguous'] as const satisfies RoundLine['state'][];

export const roundLedger: Command = {
  name: 'round ledger',
  takes: ['[PERIOD]'],
  does: 'visa varje utskick i en uppföljning, med läge och skäl',
  more: `Utan period gäller det den uppföljning som är öppen. Lägena är ready (väntar), sending (skickas), sent (skickat),
refused (kom inte fram) och ambiguous (oklart: det kan ha kommit fram, och skickas inte om av sig självt).`,
  options: { state: { type: 'string', value: 'LÄGE', does: 'bara ett läge, till exempel ambiguous' } },
  async run(given, surroundings) {
    const state = textOf(given, 'state') === undefined ? undefined : choiceOption(given, 'state', STATES);
    const { period, committees } = await loadOverview(given, surroundings);
    const lines = committees
      .flatMap((committee) => committee.lines)
      .filter((line) => state === undefined || line.state === state);
    const nothing = `Inga ${state === undefined ? '' : 'sådana '}utskick i uppföljningen av ${periodText(period)}.`;
    return { text: lines.length === 0 ? nothing : linesTable(lines), data: { period, lines } };
  },
};
