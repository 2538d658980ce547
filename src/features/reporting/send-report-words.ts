import { type DueWord, dueWords, type WordFacts } from '../../domain/due-words.ts';
import { FIRST_HOUR } from '../../domain/ladder.ts';
import type { Month } from '../../domain/period.ts';
import { reportPeople } from '../../domain/report-people.ts';
import type { ReportEvent } from '../../domain/report-record.ts';
import type { ReportDeed, ReportState } from '../../domain/report-state.ts';
import type { SettledWord, WordAbout } from '../../domain/report-word.ts';
import { settledWord } from '../../domain/settled-words.ts';
import { stockholmDate, stockholmHour } from '../../domain/stockholm.ts';
import { type Delivery, type KnownConversation, MUNICIPALITY, type Notice, type Ports } from '../../ports.ts';
import { settleExpiredClaim } from '../delivery/after-attempt.ts';
import { sendOrInNew } from '../delivery/send-in-new.ts';
import { afterUpdate, updateMessage } from '../delivery/update-message.ts';
import { loadSurroundings, type Surroundings } from '../rounds/round-facts.ts';
import type { ReportSituation } from './report-situation.ts';

/** What a message that says that its matter is settled shows. */
const SETTLED = 'settled';
/** Whom Teams refused is not counted on for so long; others of the same role are told instead. */
const REFUSED_MS = 24 * 60 * 60_000;

/**
 * Tells people of a period's next step, each thing once to each: a report that waits for their signature, one that was sent back, a last
 * day that is near, what the council decided. Words whose matter is settled say so. By day only, and not while the period's round
 * is paused or rehearsed. `later`: something waits to be sent.
 */
export async function sendReportWords(ports: Ports, situation: ReportSituation): Promise<'done' | 'later'> {
  const { period } = situation.followUp;
  const [rows, around, round] = await Promise.all([
    ports.deliveries.find(MUNICIPALITY, period, 'report'),
    loadSurroundings(ports),
    ports.rounds.find(period),
  ]);
  const facts = await wordFacts(ports, situation, around, rows);
  const settling = await settleWords(ports, facts, rows, around);
  const due = dueWords(facts).filter(({ recipient, variant }) => {
    const row = rows.find((one) => one.recipient === recipient && one.variant === variant);
    return !row || row.state === 'ready' || row.state === 'sending';
  });
  const isHeld = (round?.paused ?? false) || (round?.rehearsal?.on ?? false);
  if (isHeld || stockholmHour(ports.clock.now()) < FIRST_HOUR) return due.length === 0 ? settling : 'later';
  const outcomes = [settling];
  for (const one of due) {
    if (ports.stopping.aborted) return 'later';
    outcomes.push(await tell(ports, situation, one, rows, around));
  }
  return outcomes.includes('later') ? 'later' : 'done';
}

async function wordFacts(
  ports: Pick<Ports, 'clock' | 'reports' | 'workingDays'>,
  { live, records, versions, followUp, inForce: { plan } }: ReportSituation,
  around: Surroundings,
  rows: readonly Delivery[],
): Promise<WordFacts> {
  const { period, kind } = followUp;
  const now = ports.clock.now();
  const today = stockholmDate(now);
  const refused = new Set(rows.filter((row) => isRefused(row, now)).map(({ recipient }) => recipient));
  const canReach = (upn: string): boolean => !refused.has(upn) && conversationOf(around, upn) !== undefined;
  const whole = records.get(MUNICIPALITY);
  return {
    ...{ period, kind, today, workingDays: ports.workingDays, standings: live.standings, records, versions },
    lastDeeds: await findLastDeeds(ports, records, period),
    ...(whole && { whole }),
    ...(live.statutory && { statutory: live.statutory }),
    people: reportPeople(plan, { absences: around.absences, today, canReach }),
  };
}

function isRefused({ state, claimedAt }: Delivery, now: Date): boolean {
  return state === 'refused' && Math.abs(now.getTime() - (claimedAt?.getTime() ?? 0)) < REFUSED_MS;
}

function conversationOf({ oids, conversations }: Surroundings, upn: string): KnownConversation | undefined {
  return conversations.get(oids.get(upn) ?? '');
}

/** What the reports wait after that wait for somebody: by whom it was done, why, and as which revision. */
const WAITING_AFTER: Partial<Readonly<Record<ReportState, ReportDeed>>> = {
  'handed-in': 'hand-in',
  'sent-back': 'send-back',
  compiled: 'compile',
};

async function findLastDeeds(
  { reports }: Pick<Ports, 'reports'>,
  records: ReportSituation['records'],
  period: Month,
): Promise<ReadonlyMap<string, ReportEvent>> {
  const found = await Promise.all(
    [...records.values()].map(async ({ scope, state }) => {
      const wanted = WAITING_AFTER[state];
      const history = wanted ? await reports.history(scope, period) : [];
      return [scope, history.findLast(({ deed }) => deed === wanted)] as const;
    }),
  );
  return new Map(found.flatMap(([scope, deed]) => (deed ? [[scope, deed] as const] : [])));
}

/** One word that can't be sent keeps none of the others from being. */
async function tell(
  ports: Ports,
  situation: ReportSituation,
  { recipient, variant, word }: DueWord,
  rows: readonly Delivery[],
  around: Surroundings,
): Promise<'done' | 'later'> {
  const { period, kind } = situation.followUp;
  const conversation = conversationOf(around, recipient);
  if (!conversation) return 'done';
  try {
    const known = rows.find((row) => row.recipient === recipient && row.variant === variant);
    const key = { committeeId: MUNICIPALITY, period, recipient, kind: 'report', variant } as const;
    const row = await settleExpiredClaim(ports, known ?? (await ports.deliveries.ensure(key)));
    if (row.state !== 'ready') return row.state === 'sending' ? 'later' : 'done';
    if (row.notBefore && row.notBefore > ports.clock.now()) return 'later';
    if (!(await isStillSo(ports, situation, word))) return 'later';
    const sent = await sendOrInNew(ports, row, conversation, noticeOf({ period, kind, word }));
    return sent && sent.state !== 'ready' ? 'done' : 'later';
  } catch (error) {
    ports.log.error({ err: error, event: 'report', variant, period }, 'word not sent');
    return 'later';
  }
}

/** Others' messages may have taken their time: what somebody has done something to meanwhile is decided anew at the next run. */
async function isStillSo(
  { reports }: Pick<Ports, 'reports'>,
  { records, followUp }: ReportSituation,
  word: DueWord['word'],
): Promise<boolean> {
  const scope = 'committee' in word ? word.committee.id : MUNICIPALITY;
  return (await reports.find(scope, followUp.period))?.etag === records.get(scope)?.etag;
}

function noticeOf(about: WordAbout): Notice {
  return { kind: 'report-word', about };
}

/** Changes the messages whose matter is settled, so that nobody opens them in vain. */
async function settleWords(
  ports: Ports,
  facts: WordFacts,
  rows: readonly Delivery[],
  around: Surroundings,
): Promise<'done' | 'later'> {
  let outcome: 'done' | 'later' = 'done';
  for (const row of rows) {
    const settled = row.state === 'sent' && row.shown !== SETTLED && settledWord(row.variant ?? '', facts);
    if (settled && (await settle(ports, facts, { row, settled }, around)) === 'later') outcome = 'later';
  }
  return outcome;
}

async function settle(
  ports: Ports,
  { period, kind }: WordFacts,
  { row, settled }: { readonly row: Delivery; readonly settled: SettledWord },
  around: Surroundings,
): Promise<'done' | 'later'> {
  const conversation = conversationOf(around, row.recipient);
  const [activityId] = row.activityIds.slice(-1);
  if (!conversation || !activityId) return 'done';
  if (row.notBefore && row.notBefore > ports.clock.now()) return 'later';
  const notice = noticeOf({ period, kind, word: { kind: 'settled', ...settled } });
  const outcome = await updateMessage(ports, conversation, activityId, notice);
  const updated = await afterUpdate(ports, row, outcome);
  if (updated !== 'done' && updated !== 'gone') return 'later';
  await ports.deliveries.change(row, { shown: SETTLED });
  return 'done';
}
