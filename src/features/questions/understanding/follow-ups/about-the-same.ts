import type { Draft } from '../draft.ts';
import type { Entities, Intent, Reading } from '../reading.ts';
import { kept, NAMES, STATUS } from './kept.ts';

export function filledIn(previous: Reading, { clues, reading }: Draft): Reading {
  const { entities } = reading;
  const names = Object.fromEntries(
    NAMES.flatMap((key) => (previous.entities[key] === undefined ? [] : [[key, previous.entities[key]]])),
  );
  const isTimed = clues.periods.length > 0;
  const takesMeasure =
    reading.intent !== 'responsible' && entities.measure === undefined && previous.entities.measure !== undefined;
  const isSupposed = entities.committee === 'ALL' || entities.goal === 'ALL';
  const rest = isSupposed ? withoutSupposed(entities) : entities;
  const keepsPeriod = !isTimed && STATUS.includes(reading.intent) && previous.entities.period !== undefined;
  const intent = reading.intent === 'clarify' ? previous.intent : statusOf(reading, previous);
  return kept(
    reading,
    {
      ...names,
      ...rest,
      ...(takesMeasure && { measure: previous.entities.measure }),
      ...(keepsPeriod && { period: previous.entities.period }),
    } as Entities,
    intent,
  );
}

function withoutSupposed({ committee, goal, ...rest }: Entities): Entities {
  return {
    ...rest,
    ...(committee !== undefined && committee !== 'ALL' && { committee }),
    ...(goal !== undefined && goal !== 'ALL' && { goal }),
  };
}

/** A general "hur går det" after an indicator is about the indicator. */
function statusOf(reading: Reading, previous: Reading): Intent {
  return reading.intent === 'committee_status' && STATUS.includes(previous.intent) ? previous.intent : reading.intent;
}

/** "Jämför med …" after a question about another of the same kind compares the two. */
export function alsoCompared({ entities: before }: Reading, reading: Reading): Reading | undefined {
  for (const key of ['committee', 'indicator', 'goal'] as const) {
    const [one, other] = [before[key], reading.entities[key]];
    if (typeof one !== 'string' || typeof other !== 'string' || one === other || one === 'ALL') continue;
    const { period, measure, indicator } = before;
    const kept = {
      ...(measure !== undefined && { measure }),
      ...(indicator !== undefined && { indicator }),
      ...reading.entities,
    };
    return { ...reading, entities: { ...kept, ...(period !== undefined && { period }), [key]: [one, other] } };
  }
  return undefined;
}

/** The reason for what was asked about. Of a goal it is the newest judgement's, whatever year it looks towards. */
export function asked(previous: Reading): Reading {
  const isAhead = previous.intent === 'goal_status' && previous.entities.period === 'this_year';
  const entities = { ...previous.entities, ...(isAhead && { period: 'latest' }), measure: 'comment' };
  return kept(previous, entities, reasonIntent(previous));
}

/** Why it goes as it goes is answered by what was reported: a figure's comment, a goal's motivation. */
function reasonIntent({ intent }: Reading): Intent {
  return intent === 'compare' || intent === 'trend' ? intent : STATUS.includes(intent) ? intent : 'finance_status';
}

/** "Vilka är de?" after a number, or after a status of all. */
export function listed({ intent, entities, confidence }: Reading): Reading {
  const { measure: _, grade, ...rest } = entities;
  const what =
    rest.what ?? (intent === 'goal_status' ? 'goal' : intent === 'indicator_status' ? 'indicator' : 'committee');
  if (intent === 'missing_reports' || intent === 'report_status')
    return { intent: 'missing_reports', entities: rest, confidence };
  const filter = rest.filter ?? grade?.toLowerCase();
  const { goal, ...others } = rest;
  return kept(
    { intent, entities, confidence },
    { ...others, ...(goal !== undefined && goal !== 'ALL' && { goal }), what, ...(filter !== undefined && { filter }) },
    'list',
  );
}
