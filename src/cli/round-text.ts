import { standText, whatText } from '../../cards/round-words.ts';
import type { RoundLine } from '../domain/round-overview.ts';
import { textTable } from './text-table.ts';

/** What the running service does about it. */
export const NEXT_TURN = 'Den tjänst som är igång tar hand om det vid sitt nästa varv, oftast inom en minut.';

export function linesTable(lines: readonly RoundLine[]): string {
  const rows = lines.map((line) => [line.committeeId, line.recipient, whatText(line), standText(line)]);
  return textTable(['Nämnd', 'Till', 'Vad', 'Läge'], rows);
}
