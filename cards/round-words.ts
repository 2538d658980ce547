import type { WhyDue } from '../src/domain/foresee.ts';
import type { RoundLine } from '../src/domain/round-overview.ts';
import { swedishDateTime } from '../src/words/swedish.ts';
import { reasonText } from './reason-text.ts';

/*
 * What rounds are spoken of with, in chat and on the command line. Plain text: a card escapes the people's words in it.
 */

const kinds: Readonly<Record<RoundLine['kind'], string>> = {
  prompt: 'formulär',
  reminder: 'påminnelse',
  late: 'besked om försening',
  unreachable: 'besked om att ingen kan frågas',
};

const states: Readonly<Record<RoundLine['state'], string>> = {
  ready: 'väntar',
  sending: 'skickas',
  sent: 'skickat',
  refused: 'kom inte fram',
  ambiguous: 'oklart',
};

export function kindText(kind: RoundLine['kind']): string {
  return kinds[kind];
}

export function stateText(state: RoundLine['state']): string {
  return states[state];
}

/** A ladder's step, by its working days from the due day: `2 arbetsdagar före sista svarsdagen`. */
export function stepText(workingDays: number): string {
  if (workingDays === 0) return 'på sista svarsdagen';
  const days = Math.abs(workingDays) === 1 ? 'arbetsdag' : 'arbetsdagar';
  return `${Math.abs(workingDays)} ${days} ${workingDays < 0 ? 'före' : 'efter'} sista svarsdagen`;
}

/** `påminnelse, 2 arbetsdagar före sista svarsdagen`. */
export function whatText({ kind, step, rehearsal }: RoundLine): string {
  const when = step === undefined ? '' : `, ${stepText(Number(step))}`;
  return `${kindText(kind)}${when}${rehearsal === undefined ? '' : ` (repetition ${rehearsal})`}`;
}

/** `skickat 5 november 2026 kl. 08.00`, `kom inte fram 5 november 2026 kl. 08.00: har blockerat appen`. */
export function standText({ state, at, notBefore, reason, replaces }: RoundLine): string {
  const when = state === 'ready' ? notBefore && `till ${swedishDateTime(notBefore)}` : at && swedishDateTime(at);
  const again = replaces ? ' (ersätter ett tidigare)' : '';
  return `${stateText(state)}${when ? ` ${when}` : ''}${again}${reason === undefined ? '' : `: ${reasonText(reason)}`}`;
}

/** Why somebody would get something in a dry run. */
export function whyText(why: WhyDue): string {
  switch (why.code) {
    case 'OPENED':
      return 'rundan har öppnat';
    case 'INSTEAD':
      return `ersätter ${why.of}, som ${reasonText(why.reason)}`;
    case 'DEPUTY_STEP':
      return `frågas också, ${why.of} har inte svarat`;
    case 'STEP':
      return stepText(why.workingDays);
    case 'NOBODY_REACHABLE':
      return 'ingen i nämnden kan frågas';
    case 'AGAIN':
      return 'skickas på nytt';
  }
}

/** Something that was done to a round by hand, as the round's history keeps it: a stable word and what it was done to. */
export function deedText(what: string): string {
  const [deed = '', ...about] = what.split(' ');
  switch (deed) {
    case 'started':
      return 'startade rundan';
    case 'paused':
      return 'pausade rundan';
    case 'resumed':
      return 'återupptog rundan';
    case 'rehearsal':
      return `började repetition ${about[0]}, till ${about[1]}`;
    case 'rehearsal-ended':
      return `avslutade repetition ${about[0]}`;
    case 'resent':
      return `skickade om till ${about[0]}: ${about.slice(1).join(' ')}`;
    case 'settled-sent':
    case 'settled-unsent': {
      const [kind = '', to = '', ...committee] = about;
      const end = deed === 'settled-sent' ? 'hade kommit fram' : 'inte hade kommit fram';
      const which = kinds[kind as RoundLine['kind']] ?? kind;
      return `avgjorde att utskicket till ${to} för ${committee.join(' ')} (${which}) ${end}`;
    }
    default:
      return what;
  }
}
