import type { Clues } from '../clues.ts';
import { isOnly, isPolite, isTermAsked, reportNamed } from '../grammar/asks.ts';
import type { Intent } from '../reading.ts';
import type { Sign } from '../vocabulary/signs.ts';
import { isBest, isGeneralStatus, isHelp, isOurs, isResponsible } from './asks-about-one.ts';
import {
  isAskedToReport,
  isDeadline,
  isMissing,
  isPeriodAsked,
  isReportStatus,
  isSummary,
} from './asks-about-reports.ts';
import { isComparison, isList, isRanking, isTrend } from './asks-about-several.ts';
import { FOREIGN, hasMoneyMeasure, isWork, MONEY, namesWork, OURS, SOFT_FOREIGN } from './sign-groups.ts';

/** A way of asking: what it looks like, and how sure it is to mean this. */
interface Rule {
  readonly intent: Intent;
  readonly sure: number;
  readonly when: (clues: Clues) => boolean;
  /** The signs that it goes by, for those who ask why. */
  readonly by: readonly Sign[];
}

/** An intent with how sure it is by the way of asking alone. */
export interface Chosen {
  readonly intent: Intent;
  readonly sure: number;
  readonly by: readonly Sign[];
}

/**
 * From the most particular way of asking to the most general: the first that fits is the reading, the next others are what
 * else it may have been. What is asked (compare, list, who, when …) comes before what it is asked about.
 */
const RULES: readonly Rule[] = [
  { intent: 'out_of_scope', sure: 0.9, by: ['intrude'], when: (c) => c.has('intrude') && !isOurs(c, ['intrude']) },
  { intent: 'out_of_scope', sure: 0.88, by: ['destroy'], when: (c) => c.has('destroy') && !isOurs(c, ['destroy']) },
  { intent: 'thanks', sure: 0.95, by: ['thanks'], when: (c) => isPolite(c, 'thanks') },
  { intent: 'greeting', sure: 0.95, by: ['greeting'], when: (c) => isPolite(c, 'greeting') },
  {
    intent: 'clarify',
    sure: 0.62,
    by: ['yesNo'],
    when: (c) => c.has('yesNo', 'no') && isOnly(c, 'yesNo', 'no', 'filler'),
  },
  { intent: 'out_of_scope', sure: 0.85, by: FOREIGN, when: (c) => c.has(...FOREIGN) && !isOurs(c, FOREIGN) },
  {
    intent: 'out_of_scope',
    sure: 0.75,
    by: SOFT_FOREIGN,
    when: (c) => c.has(...SOFT_FOREIGN) && !c.has(...OURS) && !isOurs(c, SOFT_FOREIGN),
  },
  {
    intent: 'out_of_scope',
    sure: 0.75,
    by: ['personal'],
    when: (c) =>
      c.has('personal') &&
      c.mentions.length === 0 &&
      !c.has(...OURS, 'helpWords', 'botThings', 'complaint', 'meant', 'greeting', 'thanks'),
  },
  {
    intent: 'out_of_scope',
    sure: 0.75,
    by: ['howGoes', 'company'],
    when: (c) => c.foreign !== undefined && c.mentions.length === 0 && !c.has('startReport', 'submitted'),
  },
  {
    intent: 'out_of_scope',
    sure: 0.7,
    by: ['when', 'open'],
    when: (c) =>
      c.has('when') &&
      c.has('open') &&
      c.named('businessArea').length > 0 &&
      !c.has('report', 'submitted', 'reportVerb'),
  },
  { intent: 'correct_report', sure: 0.88, by: ['wroteWrong'], when: (c) => c.has('wroteWrong') },
  {
    intent: 'correct_report',
    sure: 0.85,
    by: ['correct'],
    when: (c) => c.has('correct') && !c.has('which', 'who', 'why', 'whatIs'),
  },
  { intent: 'missing_reports', sure: 0.85, by: ['remind'], when: (c) => c.has('remind') && !c.has('when') },
  {
    intent: 'clarify',
    sure: 0.7,
    by: ['complaint'],
    when: (c) => c.has('complaint') && !c.has('meant') && c.mentions.length === 0,
  },
  { intent: 'missing_reports', sure: 0.85, by: ['noValue'], when: (c) => c.has('noValue') },
  {
    intent: 'deadline',
    sure: 0.88,
    by: ['deadlineThing'],
    when: (c) => c.has('deadlineThing') && !c.has('define', 'whatIs'),
  },
  { intent: 'missing_reports', sure: 0.87, by: ['not', 'submitted'], when: isMissing },
  {
    intent: 'commitment_status',
    sure: 0.8,
    by: ['when', 'commitment', 'assignment'],
    when: (c) => c.has('when') && (c.has('commitment', 'assignment') || c.named('commitment', 'assignment').length > 0),
  },
  {
    intent: 'activity_status',
    sure: 0.8,
    by: ['when', 'activity'],
    when: (c) => c.has('when') && (c.has('activity') || c.named('activity').length > 0),
  },
  { intent: 'deadline', sure: 0.86, by: ['when', 'due', 'deadlineSaid'], when: isDeadline },
  { intent: 'responsible', sure: 0.87, by: ['responsible', 'who'], when: isResponsible },
  {
    intent: 'explain_term',
    sure: 0.75,
    by: ['model'],
    when: (c) => c.has('model') && c.mentions.length === 0 && !c.has('goal', 'submitted', 'due', 'when', 'which'),
  },
  { intent: 'help', sure: 0.85, by: ['helpWords', 'canYou', 'export', 'botThings'], when: isHelp },
  {
    intent: 'help',
    sure: 0.8,
    by: ['where', 'startReport', 'form'],
    when: (c) => c.has('where') && c.has('startReport', 'reportVerb', 'form'),
  },
  { intent: 'start_report', sure: 0.88, by: ['startReport'], when: isAskedToReport },
  { intent: 'explain_term', sure: 0.86, by: ['define', 'whatIs', 'computed', 'difference'], when: isTermAsked },
  { intent: 'compare', sure: 0.86, by: ['compare', 'difference', 'against', 'elsewhere'], when: isComparison },
  {
    intent: 'ranking',
    sure: 0.86,
    by: ['rank', 'best', 'worst', 'highest', 'lowest', 'improve', 'decline'],
    when: isRanking,
  },
  { intent: 'trend', sure: 0.85, by: ['trend', 'graph'], when: isTrend },
  { intent: 'report_status', sure: 0.85, by: ['unapprove'], when: (c) => c.has('unapprove') },
  { intent: 'report_summary', sure: 0.85, by: ['summary', 'content', 'publish'], when: isSummary },
  { intent: 'list', sure: 0.85, by: ['which', 'show', 'exists', 'all'], when: isList },
  {
    intent: 'report_status',
    sure: 0.85,
    by: ['report', 'done', 'approved', 'submitted', 'howGoes'],
    when: isReportStatus,
  },
  {
    intent: 'activity_status',
    sure: 0.84,
    by: ['activity', 'investment'],
    when: (c) => c.has('activity', 'investment') && !hasMoneyMeasure(c),
  },
  {
    intent: 'commitment_status',
    sure: 0.84,
    by: ['commitment', 'assignment'],
    when: (c) => c.has('commitment', 'assignment'),
  },
  { intent: 'report_summary', sure: 0.72, by: ['howGoes', 'past'], when: isPeriodAsked },
  {
    intent: 'indicator_status',
    sure: 0.86,
    by: ['indicator', 'figures'],
    when: (c) => c.named('indicator').length > 0 && isBest(c, 'indicator'),
  },
  {
    intent: 'goal_status',
    sure: 0.86,
    by: ['goal', 'howGoes', 'gradeWords'],
    when: (c) => c.named('goal', 'goalArea').length > 0 && isBest(c, 'goal'),
  },
  { intent: 'finance_status', sure: 0.86, by: MONEY, when: (c) => c.has(...MONEY) },
  {
    intent: 'finance_status',
    sure: 0.7,
    by: ['why'],
    when: (c) => c.has('measuresAsked') && c.named('committee').length > 0,
  },
  { intent: 'indicator_status', sure: 0.8, by: ['indicator'], when: (c) => c.named('indicator').length > 0 },
  { intent: 'goal_status', sure: 0.8, by: ['goal'], when: (c) => c.named('goal', 'goalArea').length > 0 },
  {
    intent: 'activity_status',
    sure: 0.66,
    by: ['activity'],
    when: (c) =>
      namesWork(c) && c.named('activity', 'investment').length > 0 && c.named('commitment', 'assignment').length === 0,
  },
  { intent: 'commitment_status', sure: 0.66, by: ['commitment'], when: namesWork },
  {
    intent: 'goal_status',
    sure: 0.75,
    by: ['goal', 'gradeWords'],
    when: (c) => c.has('goal', 'gradeWords') && !isWork(c),
  },
  {
    intent: 'committee_status',
    sure: 0.84,
    by: ['committee', 'howGoes'],
    when: (c) => c.named('committee', 'businessArea').length > 0,
  },
  { intent: 'committee_status', sure: 0.7, by: ['howGoes', 'municipality', 'own'], when: isGeneralStatus },
  { intent: 'report_summary', sure: 0.55, by: ['report'], when: (c) => reportNamed(c) !== undefined },
  {
    intent: 'out_of_scope',
    sure: 0.5,
    by: ['how', 'what', 'who', 'when'],
    when: (c) => c.tokens.filter(({ isKnown }) => !isKnown).length > 0 && c.tokens.length > 2,
  },
  { intent: 'clarify', sure: 0.62, by: ['it'], when: (c) => isOnly(c, 'yesNo', 'it', 'no', 'filler') },
  { intent: 'clarify', sure: 0.3, by: [], when: () => true },
];

/** The readings by the way of asking, each intent once, the most particular first. */
export function chooseIntents(clues: Clues): readonly Chosen[] {
  const chosen = new Map<Intent, Chosen>();
  for (const { intent, sure, by, when } of RULES)
    if (!chosen.has(intent) && when(clues)) chosen.set(intent, { intent, sure, by });
  return [...chosen.values()];
}
