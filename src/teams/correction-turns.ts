import { type Activity, MessageFactory } from 'botbuilder';
import { draftLines } from '../../cards/draft-text.ts';
import { lockedText } from '../../cards/lock-text.ts';
import { forCard } from '../../cards/peoples-words.ts';
import { type CorrectionProblem, type KeptTyping, openCorrection } from '../features/outcomes/open-correction.ts';
import type { Question } from '../features/questions/interpret-message.ts';
import { correctionProblems, texts } from '../texts.ts';
import { cumulativePeriod, swedishDate } from '../words/swedish.ts';
import { answerShowForm } from './form-turns.ts';
import { isPersonal, personalConversation } from './incoming.ts';
import type { Asked } from './questions.ts';
import { renderNotice } from './render-notice.ts';

/** A question to correct a month: the form for whoever may, or why not. None when forms have been sent already. */
export async function answerCorrection(
  asked: Asked,
  { committee, month }: Extract<Question, { kind: 'correct' }>,
): Promise<Partial<Activity> | undefined> {
  const { ports, activity, context } = asked;
  if (!isPersonal(activity)) return MessageFactory.text(texts.correctionInPersonalChat);
  const person = await asked.person();
  if (!person) return MessageFactory.text(correctionProblems.NOT_ALLOWED);

  const wanted = { ...(committee && { committeeId: committee.id }), ...(month && { month }) };
  const opened = await openCorrection(ports, person, personalConversation(activity, person.oid), wanted);
  if (!opened.ok) return MessageFactory.text(problemText(opened.problem));
  if (opened.value.kind === 'own') return answerShowForm(asked);
  return renderNotice({ kind: 'monthly-prompt', form: opened.value.form }, context);
}

/** What was typed and never stored, for its author alone: to be passed on by hand. */
function keptText({ prompt, typed }: KeptTyping): string[] {
  return [`Ditt utkast för ${forCard(prompt.committee.name)}, som ingen annan ser:`, ...draftLines(prompt, typed)];
}

function problemText(problem: CorrectionProblem): string {
  if (problem.code === 'LOCKED') return [lockedText(problem), ...problem.kept.flatMap(keptText)].join('\n\n');
  const opens = 'opensOn' in problem ? ` Den öppnar ${swedishDate(problem.opensOn)}.` : '';
  const open = 'open' in problem ? ` Den som är öppen nu är ${cumulativePeriod(problem.open)}.` : '';
  return correctionProblems[problem.code] + opens + open;
}
