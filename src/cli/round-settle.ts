import { kindText } from '../../cards/round-words.ts';
import type { RoundLine } from '../domain/round-overview.ts';
import { COMMAND_LINE } from '../features/rounds/find-round.ts';
import type { Held } from '../features/rounds/goes-out.ts';
import { resendItem } from '../features/rounds/resend-item.ts';
import { type SettledLines, settleLine } from '../features/rounds/settle-line.ts';
import type { Command } from './command.ts';
import { choiceOption, committeeOption, givenPeriod, personOption, requiredOption } from './round-reading.ts';
import { roundRefusal } from './round-refusal.ts';
import { linesTable, NEXT_TURN } from './round-text.ts';

const KINDS = ['prompt', 'reminder', 'late', 'unreachable'] as const satisfies RoundLine['kind'][];
const kindList = KINDS.map((kind) => `${kind} (${kindText(kind)})`).join(', ');

export const roundSettle: Command = {
  name: 'round settle',
  takes: ['PERIOD'],
  does: 'avgör ett oklart utskick: kom det fram eller inte?',
  more: `Fråga personen. sent: det kom fram. unsent: det kom inte fram, och skickas igen med besked om att det ersätter ett tidigare.
Slagen är ${kindList}.`,
  options: {
    committee: { type: 'string', value: 'NÄMND', does: 'nämnden, till exempel BUN (krävs)', required: true },
    to: { type: 'string', value: 'UPN', does: 'vem det gick till (krävs)', required: true },
    kind: { type: 'string', value: 'SLAG', does: 'vad det var, till exempel prompt (krävs)', required: true },
    as: { type: 'string', value: 'sent|unsent', does: 'vad som hände (krävs)', required: true },
  },
  async run(given, { openStores }) {
    const period = givenPeriod(given);
    requiredOption(given, 'committee', 'nämnden, till exempel --committee BUN');
    const recipient = personOption(given);
    const kind = choiceOption(given, 'kind', KINDS);
    const as = choiceOption(given, 'as', ['sent', 'unsent']);
    const ports = await openStores();
    const committeeId = (await committeeOption(given, ports)) ?? '';
    const settled = await settleLine(ports, period, { committeeId, recipient, kind }, as, COMMAND_LINE);
    if (!settled.ok) throw roundRefusal(settled.problem);
    return {
      text: `${linesTable(settled.value.lines)}\n\n${afterText(as, settled.value)}`,
      data: { ...settled.value },
    };
  },
};

function afterText(as: 'sent' | 'unsent', { goesOutAgain, held }: SettledLines): string {
  if (as === 'sent') return 'Avgjort: det kom fram, och skickas inte igen.';
  return goesOutAgain
    ? `Avgjort: det kom inte fram, och skickas igen. ${whenText(held)}`
    : 'Avgjort: det kom inte fram. Det behövs inte längre, så inget skickas igen.';
}

function whenText(held: Held | undefined): string {
  switch (held) {
    case 'paused':
      return 'Uppföljningen är pausad: det skickas när den återupptas.';
    case 'rehearsal':
      return 'En repetition pågår: det skickas när den är slut.';
    case 'halted':
      return 'Teams tar inte emot något från appen just nu: det skickas när det går igen. Se styr round status.';
    default:
      return NEXT_TURN;
  }
}

export const roundResend: Command = {
  name: 'round resend',
  takes: ['PERIOD'],
  does: 'skicka en persons meddelande igen, med besked om att det ersätter ett tidigare',
  more: 'Formuläret är detsamma: ett dubbelt kort kan aldrig bli två svar.',
  options: {
    to: { type: 'string', value: 'UPN', does: 'vem som ska få det igen (krävs)', required: true },
    committee: { type: 'string', value: 'NÄMND', does: 'bara en nämnd; annars alla som personen frågas om' },
  },
  async run(given, { openStores }) {
    const period = givenPeriod(given);
    const upn = personOption(given);
    const ports = await openStores();
    const committeeId = await committeeOption(given, ports);
    const request = { upn, ...(committeeId !== undefined && { committeeId }) };
    const resent = await resendItem(ports, period, request, COMMAND_LINE);
    if (!resent.ok) throw roundRefusal(resent.problem);
    const { lines, held } = resent.value;
    return { text: `${linesTable(lines)}\n\n${whenText(held)}`, data: { period, ...resent.value } };
  },
};
