import { createHash } from 'node:crypto';
import type { Month } from '../../src/domain/period.ts';
import type { AgreedMeasure, CouncilDecision, ReportEvent, ReportRecord } from '../../src/domain/report-record.ts';
import type { Posted, ReportStore, ReportVersion, StoredReport } from '../../src/ports.ts';

/** Reports in memory, by the same contract as the tables. */
export class FakeReports implements ReportStore {
  readonly records = new Map<string, StoredReport>();
  readonly events = new Map<string, ReportEvent[]>();
  readonly measures = new Map<string, AgreedMeasure>();
  readonly frozen: ReportVersion[] = [];
  readonly posts: Posted[] = [];
  readonly #carriedOut = new Set<string>();

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
    const key = `${record.scope}|${record.period}`;
    const previous = this.records.get(key);
    if (previous?.etag !== etag || record.revision !== (previous?.revision ?? 0) + 1) return 'conflict';
    this.records.set(key, { ...record, etag: `etag-${record.revision}` });
    this.events.set(key, [...(this.events.get(key) ?? []), event]);
    return 'saved';
  }

  async agreedMeasures(): Promise<readonly AgreedMeasure[]> {
    return [...this.measures.values()];
  }

  async agree(measure: AgreedMeasure): Promise<void> {
    if (!this.measures.has(measure.id)) this.measures.set(measure.id, measure);
  }

  async freeze(version: Omit<ReportVersion, 'seal' | 'decision'>): Promise<{ readonly seal: string } | 'conflict'> {
    const earlier = this.#of(version.period);
    if (version.number !== earlier.length + 1) return 'conflict';
    const seal = createHash('sha256')
      .update(`${earlier.at(-1)?.seal ?? ''}${JSON.stringify(version)}`)
      .digest('hex');
    this.frozen.push({ ...version, seal });
    return { seal };
  }

  async findVersion(period: Month, number?: number): Promise<ReportVersion | undefined> {
    const all = this.#of(period);
    return number === undefined ? all.at(-1) : all.find((one) => one.number === number);
  }

  async versions(period: Month): Promise<readonly Omit<ReportVersion, 'content'>[]> {
    return this.#of(period).map(({ content: _, ...head }) => head);
  }

  async decide(period: Month, decision: CouncilDecision): Promise<'saved' | 'conflict'> {
    const at = this.frozen.findIndex((one) => one.period === period && one.number === decision.version);
    const version = this.frozen[at];
    if (!version || version.decision) return 'conflict';
    this.frozen[at] = { ...version, decision };
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

  async verify(): ReturnType<ReportStore['verify']> {
    return { versions: this.frozen.length, rows: this.frozen.length, broken: [] };
  }

  async keepPosted(posted: Posted): Promise<void> {
    this.posts.push(posted);
  }

  async lastPosted(scope: string, period: Month): Promise<Posted | undefined> {
    return this.posts.findLast((one) => one.scope === scope && one.period === period);
  }

  #of(period: Month): ReportVersion[] {
    return this.frozen.filter((one) => one.period === period);
  }
}
