import type { Clues } from '../clues.ts';
import type { NamedKind } from '../lexicon/lexicon.ts';
import type { Entities, Intent } from '../reading.ts';
import { compact } from './compact.ts';

/** Which things of the plan each intent takes; others in the question belong to another reading. */
const TAKES: Readonly<Partial<Record<Intent, readonly NamedKind[]>>> = {
  goal_status: ['goal', 'goalArea', 'committee'],
  indicator_status: ['indicator', 'committee'],
  committee_status: ['committee', 'businessArea'],
  finance_status: ['committee', 'businessArea'],
  report_status: ['committee'],
  report_summary: ['committee'],
  missing_reports: ['committee', 'indicator'],
  deadline: ['committee'],
  compare: ['committee', 'goal', 'indicator', 'businessArea'],
  trend: ['committee', 'goal', 'indicator', 'businessArea'],
  list: ['committee', 'goal', 'goalArea', 'indicator'],
  ranking: ['committee', 'goal', 'indicator'],
  commitment_status: ['committee', 'goal'],
  activity_status: ['committee', 'goal'],
  responsible: ['committee', 'goal', 'indicator', 'businessArea'],
  start_report: ['committee'],
  correct_report: ['committee', 'indicator'],
};

export function namedEntities(intent: Intent, clues: Clues): Entities {
  const takes = TAKES[intent] ?? [];
  const ids = (kind: NamedKind) =>
    takes.includes(kind) ? [...new Set(several(kind, clues).map(({ thing }) => thing.id))] : [];
  const area = clues.named('businessArea')[0]?.thing;
  const isArea = takes.includes('businessArea') && area !== undefined;
  const isMeasure = takes.includes('indicator') && clues.named('indicator').length > 0;
  const areaCommittee = takes.includes('committee') && !isMeasure ? area?.committee : undefined;
  const goals = ids('goal');
  const committees = ids('committee');
  const isSeveral = intent === 'compare' || intent === 'list' || committees.length < 2;
  const committee =
    committees.length > 0
      ? isSeveral
        ? committees
        : committees.slice(0, 1)
      : areaCommittee !== undefined
        ? [areaCommittee]
        : [];
  const indicators = ids('indicator');
  const onlyGoals =
    intent === 'compare' || intent === 'trend' || intent === 'ranking' || intent === 'responsible'
      ? indicators.length > 0
        ? []
        : goals
      : goals;
  return compact({
    goal:
      one(intent === 'compare' || intent === 'goal_status' ? onlyGoals : onlyGoals.slice(0, 1)) ??
      allGoals(intent, clues),
    goalArea: goals.length === 0 ? one(ids('goalArea').slice(0, 1)) : undefined,
    indicator: one(intent === 'compare' ? indicators : indicators.slice(0, 1)),
    committee: takes.includes('committee') ? (one(committee) ?? impliedCommittee(intent, clues)) : undefined,
    businessArea: isArea ? area.id : undefined,
  });
}

const BETWEEN = /^(och|o|eller|samt|mot|vs|kontra|and|or|an|med|respektive|resp)$/;

/** The first, and others of its kind that are said beside it; committees need no word between (`bun sn kfn`). */
function several(kind: NamedKind, { tokens, ...clues }: Clues): Clues['mentions'] {
  const [first, ...others] = clues.mentions.filter(({ thing }) => thing.kind === kind);
  if (!first || kind === 'committee') return first ? [first, ...others] : [];
  const isJoined = (mention: (typeof others)[number]) => {
    const [from, to] = [first, mention].map(({ tokens: at }) => Math.min(...at)).toSorted((one, other) => one - other);
    return tokens.slice(from, to).some(({ plain }) => BETWEEN.test(plain));
  };
  return [first, ...others.filter((mention) => mention.score >= 0.9 && isJoined(mention))];
}

function one(ids: readonly string[]): string | readonly string[] | undefined {
  return ids.length > 1 ? ids : ids[0];
}

/** "Hur går det med målen", "målen 2021 mot 2018". */
function allGoals(intent: Intent, clues: Clues): string | undefined {
  const isAboutAll = clues.has('goal', 'gradeWords') && clues.named('goal', 'goalArea', 'indicator').length === 0;
  return isAboutAll && (intent === 'goal_status' || intent === 'compare' || intent === 'trend') ? 'ALL' : undefined;
}

const OF_COMMITTEES: readonly Intent[] = ['finance_status', 'committee_status', 'report_status', 'missing_reports'];

/** Whose it is when no committee is named. */
function impliedCommittee(intent: Intent, clues: Clues): string | undefined {
  const { has } = clues;
  if (intent === 'start_report' || intent === 'correct_report') return 'OWN';
  if (has('own') && !has('municipality') && (OF_COMMITTEES.includes(intent) || has('committee'))) return 'OWN';
  if (intent === 'finance_status' || intent === 'committee_status') return 'ALL';
  if (intent === 'missing_reports')
    return clues.named('indicator').length > 0 || has('noValue')
      ? undefined
      : has('it') && has('remind')
        ? 'MISSING'
        : 'ALL';
  if (intent === 'activity_status' || intent === 'commitment_status')
    return has('howMany') && has('all') ? 'ALL' : undefined;
  if (intent === 'deadline') return has('myself') ? 'OWN' : undefined;
  if (intent === 'report_status' && has('myself')) return 'OWN';
  if (intent === 'report_status') return has('all', 'who', 'which', 'howMany', 'someone') ? 'ALL' : undefined;
  return undefined;
}
