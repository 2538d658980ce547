import type { RoundProblem } from '../src/domain/round-problem.ts';
import { periodText } from '../src/words/period-text.ts';
import { upperFirst } from '../src/words/sentence-parts.ts';
import { swedishDate } from '../src/words/swedish.ts';
import { reasonText } from './reason-text.ts';
import { stateText } from './round-words.ts';

/** Why something can't be done to a round, or be said of it. Plain text, the same in chat and on the command line. */
export function roundProblemText(problem: RoundProblem): string {
  switch (problem.code) {
    case 'NO_PLAN':
      return 'Ingen plan är inläst ännu.';
    case 'NOT_ALLOWED':
      return 'Bara controllern och administratören leder rundorna.';
    case 'NOTHING_OPEN':
      return `Ingen uppföljning är öppen.${problem.next ? ` Nästa är ${periodText(problem.next.period)}, som öppnar ${swedishDate(problem.next.opensOn)}.` : ''}`;
    case 'NO_SUCH_ROUND':
      return `Planen följer inte upp ${periodText(problem.period)}.${problem.open ? ` Öppen är ${periodText(problem.open)}.` : ''}`;
    case 'MONTH_NOT_OVER':
      return `${upperFirst(periodText(problem.period))} är inte slut. Uppföljningen kan startas tidigast ${swedishDate(problem.earliest)}.`;
    case 'ALREADY_OPEN':
      return `Uppföljningen av ${periodText(problem.period)} är redan öppen, sedan ${swedishDate(problem.since)}.`;
    case 'ROUND_NOT_OPEN':
      return `Uppföljningen av ${periodText(problem.period)} öppnar först ${swedishDate(problem.opensOn)}.`;
    case 'ROUND_OVER':
      return `Uppföljningen av ${periodText(problem.period)} är avslutad. Öppen är ${periodText(problem.open)}.`;
    case 'ALREADY_PAUSED':
      return `Uppföljningen av ${periodText(problem.period)} är redan pausad.`;
    case 'NOT_PAUSED':
      return `Uppföljningen av ${periodText(problem.period)} är inte pausad.`;
    case 'ALREADY_REHEARSING':
      return `En repetition pågår redan, till ${problem.to}. Avsluta den först.`;
    case 'NOT_REHEARSING':
      return `Ingen repetition av ${periodText(problem.period)} pågår.`;
    default:
      return messageAboutPeople(problem);
  }
}

type AboutPeople = Extract<
  RoundProblem,
  | { readonly upn: string }
  | { readonly recipient: string }
  | { readonly committeeId: string }
  | { readonly date: string }
>;

function messageAboutPeople(
  problem: AboutPeople | Extract<RoundProblem, { readonly code: 'ANSWERED' | 'CHANGED_MEANWHILE' }>,
): string {
  switch (problem.code) {
    case 'NOT_IN_ROSTER':
      return `${problem.upn} finns inte bland planens kontakter.`;
    case 'NOT_REACHABLE':
      return `${problem.upn} kan inte nås: ${reasonText(problem.reason)}${problem.until ? ` till och med ${swedishDate(problem.until)}` : ''}.`;
    case 'NOT_NEEDED':
      return `Det som ${problem.upn} fick gäller inte längre, så det skickas inte om.`;
    case 'NO_SUCH_COMMITTEE':
      return `Nämnden ${problem.committeeId} rapporterar inte den månaden.`;
    case 'NO_SUCH_LINE':
      return `Inget sådant utskick till ${problem.recipient} för ${problem.committeeId} finns.`;
    case 'NOT_AMBIGUOUS':
      return `Utskicket till ${problem.recipient} är inte oklart utan: ${stateText(problem.state)}.`;
    case 'NOT_ASKED':
      return `${problem.upn} har inte fått något i den här uppföljningen, så det finns inget att skicka om.`;
    case 'ANSWERED':
      return `${problem.committeeIds.join(', ')} har svarat, så inget skickas om.`;
    case 'GOES_OUT_ANYWAY':
      return `Utskicket till ${problem.upn} väntar redan på att skickas.`;
    case 'DAY_PASSED':
      return `${upperFirst(swedishDate(problem.date))} har varit. Välj i dag, ${swedishDate(problem.today)}, eller en senare dag.`;
    case 'DAY_OUTSIDE_PLAN':
      return `Planen gäller till och med ${problem.to}. Välj en tidigare dag.`;
    case 'CHANGED_MEANWHILE':
      return 'Någon annan ändrade samma sak samtidigt, så inget är ändrat. Se efter hur det står och försök igen.';
  }
}
