import type { ReportProblem } from '../../domain/report-problem.ts';
import { LONGEST_REPORT_TEXT, type ReportTexts } from '../../domain/report-record.ts';
import { readOptional } from '../../domain/report-writing.ts';
import { done, type Result } from '../../domain/result.ts';
import { MUNICIPALITY } from '../../ports.ts';
import { type Deed, doDeed } from './do-deed.ts';
import { type Opened, openCommitteeReport, openMunicipalReport } from './open-report.ts';
import type { About, DeedPorts, ReportDoer } from './report-about.ts';
import type { CommitteeReportView, MunicipalReportView, ReportView } from './report-view.ts';

/** Stores one section of a report's texts: a committee's, or the municipality's. An empty text takes away what stood there. */
export async function saveReportText(
  ports: DeedPorts,
  about: About,
  section: keyof ReportTexts,
  text: string,
  doer: ReportDoer,
): Promise<Result<ReportView, ReportProblem>> {
  const save = about.scope === MUNICIPALITY ? saveMunicipalText : saveCommitteeText;
  return save(ports, about, section, text, doer);
}

export async function saveCommitteeText(
  ports: DeedPorts,
  about: About,
  section: keyof ReportTexts,
  text: string,
  doer: ReportDoer,
): Promise<Result<CommitteeReportView, ReportProblem>> {
  return doDeed(ports, about, doer, { open: openCommitteeReport, ...writing(section, text) });
}

export async function saveMunicipalText(
  ports: DeedPorts,
  about: About,
  section: keyof ReportTexts,
  text: string,
  doer: ReportDoer,
): Promise<Result<MunicipalReportView, ReportProblem>> {
  return doDeed(ports, about, doer, { open: openMunicipalReport, ...writing(section, text) });
}

function writing(section: keyof ReportTexts, written: string): Omit<Deed<Opened>, 'open'> {
  const text = readOptional(written, 'text', LONGEST_REPORT_TEXT);
  return {
    deed: 'write',
    decide: ({ record }) => {
      if (!text.ok) return text;
      if (text.value === (record?.texts[section] ?? '')) return done(undefined);
      return done({ become: (before) => ({ ...before, texts: { ...before.texts, [section]: text.value } }) });
    },
    holds: ({ texts }) => text.ok && texts[section] === text.value,
  };
}
