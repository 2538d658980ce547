import { MUNICIPALITY } from '../src/domain/municipality.ts';
import { executeAction, type VerbOf } from './actions.ts';
import { MARK_SHOWN } from './report-buttons.ts';

/** What a card about the municipality's report carries as its id. With a version it is about that one. */
export function municipalId(period: string, version?: number): string {
  return version === undefined ? `${MUNICIPALITY} ${period}` : `${MUNICIPALITY} ${period} ${version}`;
}

/** The month and the version in a card's id; nothing when it is no such id. */
export function readMunicipalId(id: string): { readonly period: string; readonly version?: number } | undefined {
  const [, period, version] = /^municipality (\d{4}-\d{2})(?: ([1-9]\d{0,3}))?$/.exec(id) ?? [];
  if (period === undefined) return undefined;
  return version === undefined ? { period } : { period, version: Number(version) };
}

/** The municipality's report as a card shows it. */
export interface ShownReport {
  readonly content: { readonly period: string };
  /** Of the record: 0 when nobody has done anything to the report. */
  readonly revision: number;
  /** Its fingerprint, or the beginning of it. */
  readonly mark: string;
}

/** A button about the report as it is shown: what has changed since is not done unseen. */
export function municipalAction(
  { content, revision, mark }: ShownReport,
  title: string,
  verb: VerbOf<'municipal-report'>,
  { style, version, page }: { readonly style?: 'positive'; readonly version?: number; readonly page?: number } = {},
): object {
  const about = {
    ...{ id: municipalId(content.period, version), revision, mark: mark.slice(0, MARK_SHOWN) },
    ...(page === undefined ? {} : { page }),
  };
  return executeAction(title, verb, about, style);
}
