import { createHash } from 'node:crypto';
import type { Month } from '../../src/domain/period.ts';
import type { AgreedMeasure, CouncilDecision, ReportEvent, ReportRecord } from '../../src/domain/report-record.ts';
import type {
  Posted,
  ReportStore,
  ReportVersion,
  StoredReport,
  VersionHead,
  VersionToFreeze,
} from '../../src/ports.ts';

/** Reports in memory, by the same contract as the tables. */
export class FakeReports implements ReportStore {
  readonly records = new Map<string, StoredReport>();
  readonly events = new Map<string, ReportEvent[]>();
  readonly measures = new Map<string, AgreedMeasure>();
  readonly frozen: ReportVersion[] = [];
  readonly posts: Posted[] = [];
  readonly #carriedOut = new Set<string>();
  /** Runs once, after the next change was asked for and before it is decided: somebody else is faster, or the service is killed. */
  beforeNextChange: (() => Promise<unknown>) | undefined;

  async find(scope: string, period: Month): Promise<StoredReport | undefined> {
    return this.records.get(`${scope}|${period}`);
  }

  async findPeriod(period: Month): Promise<ReadonlyMap<string, StoredReport>> {
    return new Map([...this.records.values()].filter((one) => one.period === period).map((one) => [one.scope, one]));
  }

  async history(scope: string, period: Month): Promise<readonly ReportEvent[]> {
    return this.events.get(`${scope}|${period}`) ?? [];
  }

  async save(record: ReportRecord, event: ReportEvent, etag: string | undefined): Promise<'saved' | 'conflict'> {
    await this.#others();
    const key = `${record.scope}|${record.period}`;
    const previous = this.records.get(key);
    if (previous?.etag !== etag || record.revision !== (previous?.revision ?? 0) + 1) return 'conflict';
    this.records.set(key, { ...record, etag: `etag-${record.scope}-${record.revision}` });
    this.events.set(key, [...(this.events.get(key) ?? []), event]);
    return 'saved';
  }

  async agreedMeasures(): Promise<readonly AgreedMeasure[]> {
    return [...this.measures.values()].sort((one, other) => one.agreedAt.localeCompare(other.agreedAt));
  }

  async agree(measure: AgreedMeasure): Promise<void> {
    if (!this.measures.has(measure.id)) this.measures.set(measure.id, measure);
  }

  async freeze(version: VersionToFreeze): Promise<{ readonly seal: string } | 'conflict'> {
    await this.#others();
    const earlier = this.#of(version.period);
    if (version.number !== earlier.length + 1) return 'conflict';
    const seal = createHash('sha256')
      .update(JSON.stringify([earlier.at(-1)?.seal, earlier.at(-1)?.decision, version]))
      .digest('hex');
    this.frozen.push({ ...version, seal });
    return { seal };
  }

  async findVersion(period: Month, number?: number): Promise<ReportVersion | undefined> {
    const all = this.#of(period);
    return number === undefined ? all.at(-1) : all.find((one) => one.number === number);
  }

  async versions(period: Month): Promise<readonly VersionHead[]> {
    return this.#of(period).map(({ content: _, ...head }) => head);
  }

  async decide(period: Month, decision: CouncilDecision): Promise<'saved' | 'conflict'> {
    await this.#others();
    const newest = this.#of(period).at(-1);
    if (!newest || newest.decision || newest.number !== decision.version || newest.seal !== decision.seal)
      return 'conflict';
    this.frozen[this.frozen.indexOf(newest)] = { ...newest, decision };
    return 'saved';
  }

  async decisionsToCarryOut(): Promise<readonly { readonly period: Month; readonly decision: CouncilDecision }[]> {
    return this.frozen.flatMap(({ period, decision }) =>
      decision && !this.#carriedOut.has(`${period}|${decision.version}`) ? [{ period, decision }] : [],
    );
  }

  async carriedOut(period: Month, version: number): Promise<void> {
    this.#carriedOut.add(`${period}|${version}`);
  }

  async verify(period?: Month): ReturnType<ReportStore['verify']> {
    const versions = this.frozen.filter((one) => period === undefined || one.period === period).length;
    return { versions, rows: versions, broken: [] };
  }

  async keepPosted(posted: Posted): Promise<void> {
    const isSame = (one: Posted): boolean =>
      one.scope === posted.scope && one.period === posted.period && one.at === posted.at && one.mark === posted.mark;
    if (!this.posts.some(isSame)) this.posts.push(posted);
  }

  async lastPosted(scope: string, period: Month): Promise<Posted | undefined> {
    const here = this.posts.filter((one) => one.scope === scope && one.period === period);
    return here.reduce<Posted | undefined>((last, one) => (last && last.at > one.at ? last : one), undefined);
  }

  async #others(): Promise<void> {
    const others = this.beforeNextChange;
    this.beforeNextChange = undefined;
    await others?.();
  }

  #of(period: Month): ReportVersion[] {
    return this.frozen.filter((one) => one.period === period);
  }
}
