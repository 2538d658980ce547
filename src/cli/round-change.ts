import type { Month } from '../domain/period.ts';
import type { Result } from '../domain/result.ts';
import type { RoundProblem } from '../domain/round-problem.ts';
import {
  type ChangedRound,
  endRehearsal,
  pauseRound,
  rehearse,
  resumeRound,
  startRound,
} from '../features/rounds/change-round.ts';
import { COMMAND_LINE } from '../features/rounds/find-round.ts';
import { periodText } from '../words/period-text.ts';
import { swedishDate } from '../words/swedish.ts';
import type { Command, Given, Outcome, StoredPorts } from './command.ts';
import { givenPeriod, personOption } from './round-reading.ts';
import { roundRefusal } from './round-refusal.ts';
import { NEXT_TURN } from './round-text.ts';

/** A command that changes one round. */
interface Change extends Pick<Command, 'name' | 'does' | 'more'> {
  readonly options?: Command['options'];
  change(ports: StoredPorts, period: Month, given: Given): Promise<Result<ChangedRound, RoundProblem>>;
  says(round: ChangedRound): string;
}

function changeCommand({ change, says, options = {}, ...described }: Change): Command {
  return {
    ...described,
    takes: ['PERIOD'],
    options,
    async run(given, { openStores }): Promise<Outcome> {
      const period = givenPeriod(given);
      const changed = await change(await openStores(), period, given);
      if (!changed.ok) throw roundRefusal(changed.problem);
      return { text: says(changed.value), data: { ...changed.value } };
    },
  };
}

export const roundStart = changeCommand({
  name: 'round start',
  does: 'öppna en uppföljning före sin dag, tidigast dagen efter att månaden är slut',
  more: 'Den uppföljning som var öppen avslutas då, och dess svar låses.',
  change: (ports, period) => startRound(ports, period, COMMAND_LINE),
  says: (round) =>
    `Uppföljningen av ${periodText(round.period)} är öppen från och med ${swedishDate(round.opensOn)}. ${round.paused || round.rehearsal ? whenText(round) : `Formulären ska ut. ${NEXT_TURN}`}`,
});

export const roundPause = changeCommand({
  name: 'round pause',
  does: 'pausa en uppföljning: inget skickas förrän den återupptas',
  more: 'Svar tas emot som vanligt.',
  change: (ports, period) => pauseRound(ports, period, COMMAND_LINE),
  says: ({ period }) =>
    `Uppföljningen av ${periodText(period)} är pausad: inget skickas. Det som redan är på väg hinner komma fram.`,
});

export const roundResume = changeCommand({
  name: 'round resume',
  does: 'återuppta en pausad uppföljning',
  more: 'Var och en får högst ett meddelande om det som skulle ha skickats under tiden.',
  change: (ports, period) => resumeRound(ports, period, COMMAND_LINE),
  says: (round) => `Uppföljningen av ${periodText(round.period)} är återupptagen. ${whenText(round)}`,
});

export const roundRehearse = changeCommand({
  name: 'round rehearse',
  does: 'repetera: allt som skulle skickas går till en person i stället och räknas inte',
  more: 'Personen ska finnas bland planens kontakter och ha installerat appen. Inget riktigt skickas så länge repetitionen pågår.',
  options: { to: { type: 'string', value: 'UPN', does: 'vem som får allt (krävs)', required: true } },
  change: (ports, period, given) => rehearse(ports, period, personOption(given), COMMAND_LINE),
  says: ({ rehearsal, ...round }) =>
    `Repetition ${rehearsal?.number ?? ''} av ${periodText(round.period)}: allt går till ${rehearsal?.to ?? ''}. ${whenText(round)}`,
});

export const roundRehearseEnd = changeCommand({
  name: 'round rehearse-end',
  does: 'avsluta repetitionen: från och med nu är uppföljningen på riktigt',
  change: (ports, period) => endRehearsal(ports, period, COMMAND_LINE),
  says: (round) =>
    `Repetitionen av ${periodText(round.period)} är slut, och uppföljningen är på riktigt. ${whenText(round)}`,
});

/** When something comes of it. */
function whenText({ standing, opensOn, paused, rehearsal }: ChangedRound): string {
  if (standing === 'over') return 'Den är avslutad, så inget skickas.';
  if (paused) return 'Den är pausad, så inget skickas.';
  if (standing === 'coming') return `Den öppnar ${swedishDate(opensOn)}; inget skickas före det.`;
  return rehearsal ? `En repetition pågår: allt går till ${rehearsal.to} i stället. ${NEXT_TURN}` : NEXT_TURN;
}
