import type { Draft } from '../draft.ts';
import { genderOf } from '../grammar/gender.ts';
import type { Entities, Intent, Reading } from '../reading.ts';
import { kept, NAMES, STATUS } from './kept.ts';

/** The question before, about something else. */
export function replacedIn(previous: Reading, { clues, reading }: Draft): Reading {
  const said = saidIn({ clues, reading }, previous);
  const isMoney = reading.intent === 'finance_status' && previous.entities.committee !== undefined;
  if (Object.keys(said).length === 0)
    return isMoney
      ? kept(
          reading,
          { committee: previous.entities.committee ?? 'ALL', period: previous.entities.period ?? 'latest' },
          'finance_status',
        )
      : reading;
  const intent = intentOf(previous, said, reading);
  const others = withoutReplaced(previous.entities, said);
  return kept(
    { ...reading, confidence: Math.max(reading.confidence, previous.confidence) },
    { ...others, ...said },
    intent,
  );
}

/** What this question says itself, without what is only supposed when nothing is said. */
function saidIn({ clues, reading }: Draft, previous: Reading): Entities {
  const { has, periods } = clues;
  const { period, committee, ...rest } = reading.entities;
  const named = Object.fromEntries(
    NAMES.filter((key) => key !== 'committee').flatMap((key) => (rest[key] === undefined ? [] : [[key, rest[key]]])),
  );
  const committees = [...new Set(clues.named('committee').map(({ thing }) => thing.id))];
  const who =
    committees.length > 1
      ? committees
      : (committees[0] ??
        (has('own')
          ? 'OWN'
          : has('all', 'municipality') && previous.entities.committee !== undefined
            ? 'ALL'
            : undefined));
  const when = periods[0]?.code;
  const gender = genderOf(clues);
  return {
    ...named,
    ...(who !== undefined && { committee: who }),
    ...(named.businessArea !== undefined && committee !== undefined && who === undefined && { committee }),
    ...(when !== undefined && { period: when }),
    ...(rest.measure !== undefined && { measure: rest.measure }),
    ...(gender !== undefined && { gender }),
    ...(rest.filter !== undefined && { filter: rest.filter }),
  };
}

/** The same way of asking, unless what is named now can't be asked about so. */
function intentOf(previous: Reading, said: Entities, reading: Reading): Intent {
  const { intent } = previous;
  const isSpan = /^\d{4}-$|^last_3_years$|^all$/.test(said.period ?? '');
  if (isSpan && (intent === 'indicator_status' || intent === 'finance_status' || intent === 'goal_status'))
    return 'trend';
  if (
    intent === 'clarify' ||
    intent === 'greeting' ||
    intent === 'thanks' ||
    intent === 'out_of_scope' ||
    intent === 'help'
  )
    return reading.intent;
  if (!STATUS.includes(intent)) return intent;
  if (said.indicator !== undefined) return 'indicator_status';
  if (said.goal !== undefined || said.goalArea !== undefined) return 'goal_status';
  if (said.businessArea !== undefined) return 'finance_status';
  return said.measure !== undefined && said.measure !== 'comment' && reading.intent === 'finance_status'
    ? 'finance_status'
    : intent;
}

/** A goal replaces an indicator and the other way round; a committee stays beside both. */
function withoutReplaced(entities: Entities, said: Entities): Entities {
  const isOther = said.goal !== undefined || said.goalArea !== undefined || said.indicator !== undefined;
  return Object.fromEntries(
    Object.entries(entities).filter(
      ([key]) =>
        !(isOther && ['goal', 'goalArea', 'indicator', 'businessArea'].includes(key)) &&
        !(said.committee !== undefined && key === 'businessArea'),
    ),
  );
}
