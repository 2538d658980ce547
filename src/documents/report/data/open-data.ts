import type { ReportToWrite } from '../../../ports.ts';
import { writtenText } from '../written-text.ts';
import { type Figure, figuresOf } from './figures.ts';
import { reportNameOf, standingWordOf, writtenParts } from './report-facts.ts';

/*
 * A report as open data: one row for each figure. The CSV follows RFC 4180 (comma, CRLF, a heading row, UTF-8 without a mark at its
 * beginning) and has decimal points, so that programs in every country read it alike. Excel in Swedish would want semicolons and
 * decimal commas: who wants to read the figures in Excel takes the workbook.
 */

const COLUMNS = [
  'rapport',
  'period',
  'rapport_status',
  'namnd_id',
  'namnd',
  'slag',
  'id',
  'namn',
  'matt',
  'avser',
  'varde',
  'text',
  'enhet',
  'status',
] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], string | number>>;

export function writeCsv(report: ReportToWrite): Uint8Array {
  const about = {
    rapport: reportNameOf(report),
    period: report.content.period,
    rapport_status: standingWordOf(report),
  };
  const rows = figuresOf(report).map((figure): Row => ({ ...about, ...figure, varde: figure.varde ?? '' }));
  const lines = [COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((column) => csvCell(row[column])).join(','))];
  return new TextEncoder().encode(`${lines.join('\r\n')}\r\n`);
}

/** What a spreadsheet takes for the beginning of a formula, the wide forms of the signs too. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/u;

/** A number as it is. A text that a spreadsheet would reckon with gets an apostrophe before it. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return plainNumber(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const allDigits = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 20 });

/** Without an exponent, whatever its size. */
function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? allDigits.format(value) : text;
}

/** The same figures with what people have written, and what the report is. Nobody's name is in it. */
export function writeJson(report: ReportToWrite): Uint8Array {
  const { municipality, planTitle, registrationNumber, version, decision, madeAt, content } = report;
  const data = {
    format: 'styrmodell/periodrapport',
    formatversion: 1,
    kommun: writtenText(municipality),
    rapport: reportNameOf(report),
    period: content.period,
    plan: writtenText(planTitle),
    diarienummer: writtenText(registrationNumber),
    rapport_status: standingWordOf(report),
    ...(version && { version: version.number, sammanstalld: version.compiledAt, sigill: version.seal }),
    ...(decision && {
      beslut: { datum: decision.date, paragraf: writtenText(decision.paragraph), utfall: decision.outcome },
    }),
    framtagen: madeAt,
    exempeldata: content.example,
    uppgifter: figuresOf(report).map(withValue),
    texter: writtenParts(report),
  };
  return new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`);
}

/** A missing value is said to be missing. */
function withValue({ varde, ...figure }: Figure): object {
  return { ...figure, varde: varde ?? null };
}
