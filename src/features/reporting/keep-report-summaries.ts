import { followUpDates } from '../../domain/follow-up.ts';
import { FIRST_HOUR } from '../../domain/ladder.ts';
import type { Month } from '../../domain/period.ts';
import { committeeSummary, municipalSummary, type ReportSummary } from '../../domain/report-summary.ts';
import { stockholmDate, stockholmHour } from '../../domain/stockholm.ts';
import { earlierByHistory } from '../../domain/summary-changes.ts';
import { type Delivery, MUNICIPALITY, type Ports } from '../../ports.ts';
import { keepCard } from '../delivery/keep-card.ts';
import { findOpenFollowUp } from '../prompting/find-open-follow-up.ts';
import { findEarlier, fingerprint, keepPosted } from './posted-summaries.ts';
import { type ReportPlace, reportPlaces } from './report-places.ts';
import { loadSituation, type ReportSituation, shownContent, stageOf } from './report-situation.ts';

/**
 * Keeps a report period's summaries: one card in the municipality's channel, one in each committee's, and one for each manager, changed
 * in place at every step. `later`: something could not be done now and has to be tried again.
 */
export async function keepReportSummary(ports: Ports, period: Month): Promise<'done' | 'later'> {
  const rows = await summaryRows(ports, period);
  const situation = await loadSituation(ports, period);
  return situation ? keepSummaries(ports, situation, rows) : 'done';
}

/** To be read before the figures are: then no card is changed back by whoever read the figures earlier. */
export function summaryRows({ deliveries }: Pick<Ports, 'deliveries'>, period: Month): Promise<readonly Delivery[]> {
  return deliveries.find(MUNICIPALITY, period, 'summary');
}

/** The same, of what has been read. */
export async function keepSummaries(
  ports: Ports,
  situation: ReportSituation,
  rows: readonly Delivery[],
): Promise<'done' | 'later'> {
  const committeeIds = shownContent(situation).committees.map(({ committeeId }) => committeeId);
  const places = await reportPlaces(ports, situation.inForce.plan, committeeIds);
  const { period } = situation.followUp;
  const posting = await postingRules(ports, situation);
  const summaries = new Map<string, Promise<ReportSummary | undefined>>();
  const outcomes = await Promise.all(
    places.map(async (place) => {
      const reading = summaries.get(place.scope) ?? summaryOf(ports, situation, place.scope);
      summaries.set(place.scope, reading);
      const summary = await reading;
      if (!summary) return 'done';
      const mayPost = posting(place, summary);
      const known = rows.find(({ recipient }) => recipient === place.recipient.toLowerCase());
      if (!known && !mayPost) return 'done';
      const key = { committeeId: MUNICIPALITY, period, recipient: place.recipient, kind: 'summary' } as const;
      const row = known ?? (await ports.deliveries.ensure(key));
      // Somebody has posted it since the rows were read, perhaps with newer figures than these.
      if (!known && row.state !== 'ready') return 'later';
      return keepOne(ports, row, { place, summary, mayPost });
    }),
  );
  return outcomes.includes('later') ? 'later' : 'done';
}

interface Standing {
  readonly place: ReportPlace;
  readonly summary: ReportSummary;
  readonly mayPost: boolean;
}

/** A card that can't be written keeps none of the others from being. */
async function keepOne(ports: Ports, row: Delivery, { place, summary, mayPost }: Standing): Promise<'done' | 'later'> {
  const card = {
    conversation: place.conversation,
    read: async () => summary,
    noticeOf: (shown: ReportSummary, replaces: boolean) =>
      ({ kind: 'report-summary', summary: shown, place: place.kind, replaces }) as const,
    fingerprintOf: fingerprint,
    mayPost,
    onShown: (shown: ReportSummary) => keepPosted(ports, place.recipient, shown),
  };
  try {
    return await keepCard(ports, row, card, summary);
  } catch (error) {
    ports.log.error({ err: error, event: 'summary', scope: place.scope, period: summary.period }, 'summary not kept');
    return 'later';
  }
}

/** None for a committee that is not asked in the period. */
async function summaryOf(
  ports: Pick<Ports, 'reports' | 'workingDays'>,
  situation: ReportSituation,
  scope: string,
): Promise<ReportSummary | undefined> {
  const content = shownContent(situation);
  const { period } = situation.followUp;
  const { dueOn } = followUpDates(situation.followUp, ports.workingDays);
  const isWhole = scope === MUNICIPALITY;
  const about = isWhole ? content.committees : content.committees.filter(({ committeeId }) => committeeId === scope);
  const earlier = (await findEarlier(ports, situation.inForce.plan, period, scope)) ?? earlierByHistory(about);
  const facts = { dueOn, stage: stageOf(situation, scope), ...(earlier && { earlier }) };
  if (isWhole) return municipalSummary(content, facts);
  const [report] = about;
  return report && committeeSummary(report, content.standings, facts);
}

/**
 * When a new card may go out. By day; and of a period that is open, or that somebody has done something to: a service that is new
 * here does not tell of what was over before it came.
 */
async function postingRules(
  ports: Ports,
  { followUp, records }: ReportSituation,
): Promise<(place: ReportPlace, summary: ReportSummary) => boolean> {
  const { period } = followUp;
  const [open, round] = await Promise.all([findOpenFollowUp(ports), ports.rounds.find(period)]);
  const isOpen = open?.followUp.period === period;
  const { dueOn } = followUpDates(followUp, ports.workingDays);
  const today = stockholmDate(ports.clock.now());
  const isDay = stockholmHour(ports.clock.now()) >= FIRST_HOUR;
  const isHeld = (round?.paused ?? false) || (round?.rehearsal?.on ?? false);
  return ({ kind, scope }, { committees, stage }) => {
    const hasRecord = scope === MUNICIPALITY ? records.size > 0 : records.has(scope);
    if (!isDay || !(isOpen || hasRecord)) return false;
    // A manager is told when there is something to see: all have answered, or the day has passed.
    if (kind === 'chat') {
      const isWhole = committees.every(({ answered }) => answered) || today > dueOn || stage.state !== 'open';
      return isWhole && !isHeld;
    }
    return hasRecord || today >= dueOn || committees.some(({ answered }) => answered);
  };
}
