import type { Clues } from '../clues.ts';
import type { Sign } from '../vocabulary/signs.ts';

/** Every word is a part of one of these signs, and nothing else is asked. */
export function isOnly({ tokens, found }: Pick<Clues, 'tokens' | 'found'>, ...signs: readonly Sign[]): boolean {
  if (tokens.length === 0) return false;
  const spans = found.filter(({ sign }) => signs.includes(sign));
  return tokens.every((_, at) => spans.some(({ from, to }) => from <= at && at < to));
}

const MOST_POLITE_WORDS = 8;

const POLITE: readonly Sign[] = ['greeting', 'thanks', 'filler', 'bye', 'yesNo'];

/** A greeting or thanks with nothing after it. */
export function isPolite(clues: Clues, sign: 'greeting' | 'thanks'): boolean {
  if (!clues.has(sign) || clues.tokens.length > MOST_POLITE_WORDS) return false;
  const said = clues.tokens.flatMap(({ isFunction }, at) => (isFunction && at > 0 ? [] : [at]));
  const polite = clues.found.filter((found) => POLITE.includes(found.sign));
  const isAsked = clues.has('howGoes', 'which', 'why', 'when', 'who') && !clues.has('filler');
  return !isAsked && said.every((at) => polite.some(({ from, to }) => from <= at && at < to));
}

const KINDS = [
  ['annualReport', 'ANNUAL'],
  ['interimReport', 'INTERIM'],
  ['tertialReport', 'TERTIAL'],
  ['monthReport', 'MONTH'],
] as const;

/** Which report is named, by its own name or by its period (`T1-rapporten`, `marsrapporten`); `LATEST` is any. */
export function reportNamed({ has, periods }: Pick<Clues, 'has' | 'periods'>): string | undefined {
  const code = periods[0]?.code ?? '';
  const tertial = /(?:^|-)(T[12])$/.exec(code)?.[1];
  if (
    tertial !== undefined &&
    has('report', 'tertialReport', 'submitted', 'due', 'done', 'approved', 'summary', 'when', 'missing', 'publish')
  )
    return tertial;
  const named = KINDS.find(([sign]) => has(sign))?.[1];
  if (named !== undefined) return named;
  const byPeriod = periods.find(({ byReport }) => byReport)?.code;
  if (byPeriod !== undefined) return byPeriod;
  if (/M\d\d$|month$/.test(code) && has('report', 'submitted', 'summary', 'due', 'missing', 'publish', 'done', 'when'))
    return 'MONTH';
  if (/tertial$/.test(code)) return 'TERTIAL';
  return has('report') ? 'LATEST' : undefined;
}

/** Words that are measured or counted: "vad är nettokostnaden" asks for a figure, "vad är nettokostnad" what it means. */
const DEFINITE = /(?<!it|h|budg)et$|(?<!pl)an$|(?<!i)on$|(en|rna|na|ns|ets|orn|ern)$/;

/** Asks what a word means, how something is worked out, or in what two words differ. */
export function isTermAsked(clues: Clues): boolean {
  const { has } = clues;
  const isFact = clues.named('committee', 'businessArea').length > 0 || clues.periods.some(({ byReport }) => !byReport);
  if (has('define'))
    return !(isFact && has('deviation', 'forecast', 'outcome', 'comment' as Sign)) && !isExplained(clues);
  if (has('judged') && clues.named('goal').length > 0) return false;
  if (has('computed')) return !isFact;
  if (has('women') && has('men')) return false;
  if (has('difference'))
    return clues.mentions.length < 2 && !isFact && clues.periods.filter(({ byReport }) => !byReport).length < 2;
  if (
    !has('whatIs') ||
    isFact ||
    has(
      'target',
      'remaining',
      'own',
      'now',
      'municipality',
      'elsewhere',
      'best',
      'worst',
      'highest',
      'lowest',
      'status' as Sign,
    )
  )
    return false;
  const asked = topicTokens(clues);
  const [first] = asked;
  const isDefinite = (word: string) => DEFINITE.test(word);
  return (
    first !== undefined &&
    asked.length <= 4 &&
    !asked.some(({ plain }) => isDefinite(plain)) &&
    !saysThe(clues, first.from)
  );
}

/** English says it with a word of its own. */
function saysThe({ tokens }: Clues, before: number): boolean {
  return tokens.some(({ plain, to }) => plain === 'the' && to <= before);
}

/** "Förklara underskottet" asks why it is there, not what the word means. */
function isExplained({ has, tokens }: Clues): boolean {
  const isDefinite = tokens.some(({ plain }) =>
    /(underskottet|overskottet|avvikelsen|prognosen|resultatet)s?$/.test(plain),
  );
  return isDefinite && has('deviation', 'forecast', 'result') && tokens.length <= 4;
}

/** The words that a question of meaning is about. */
function topicTokens({ tokens, found }: Clues): Clues['tokens'] {
  const start = Math.max(0, ...found.filter(({ sign }) => sign === 'whatIs').map(({ to }) => to));
  return tokens.slice(start).filter(({ isFunction }) => !isFunction);
}
