import type { AgreedMeasure } from '../../domain/report-record.ts';
import type { Ports, ReportStore } from '../../ports.ts';

const CACHE_MS = 5_000;

interface Read {
  readonly measures: Promise<readonly AgreedMeasure[]>;
  readonly until: number;
}

const lastRead = new WeakMap<ReportStore, Read>();

/** All that joint reviews have agreed, up to five seconds old: every press asks for it, and they agree a few times a year. */
export function agreedMeasures({
  reports,
  clock,
}: Pick<Ports, 'reports' | 'clock'>): Promise<readonly AgreedMeasure[]> {
  const now = clock.now().getTime();
  const known = lastRead.get(reports);
  if (known && now < known.until) return known.measures;
  const measures = reports.agreedMeasures();
  lastRead.set(reports, { measures, until: now + CACHE_MS });
  measures.catch(() => lastRead.delete(reports)); // the next press asks again
  return measures;
}
