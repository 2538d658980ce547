import type { ReportDeed } from '../../src/domain/report-state.ts';
import type { VerbOf } from '../actions.ts';
import { municipalAction } from '../municipal-actions.ts';
import { buttonFormats, formatNames } from '../report-buttons.ts';
import type { MunicipalReportCard, VersionLine } from './card.ts';

type Button = readonly [deeds: readonly ReportDeed[], title: string, verb: VerbOf<'municipal-report'>];

/** In the order that a report is worked through. */
const BUTTONS: readonly Button[] = [
  [['note-review', 'hold-review'], 'Genomgången', 'showReview'],
  [['grade'], 'Bedöm målen', 'showGrades'],
  [['write'], 'Skriv texter', 'writeMunicipalText'],
  [['compile'], 'Sammanställ …', 'askCompile'],
  [['decide'], 'Registrera beslutet …', 'askDecision'],
];

/** What is next for the one who looks stands out. */
const NEXT: Readonly<Partial<Record<MunicipalReportCard['state'], VerbOf<'municipal-report'>>>> = {
  open: 'showReview',
  reviewed: 'askCompile',
  compiled: 'askDecision',
  'sent-back': 'askCompile',
  approved: 'askCompile',
};

/** Only what the one who looks may do now. */
export function reportActions(facts: MunicipalReportCard): object[] {
  const { deeds, state, open } = facts;
  if (open) return [];
  const own = BUTTONS.filter(([of]) => of.some((deed) => deeds.includes(deed)));
  const buttons = own.map(([, title, verb]) =>
    municipalAction(facts, title, verb, NEXT[state] === verb ? { style: 'positive' } : {}),
  );
  return [...buttons, municipalAction(facts, 'Uppdatera', 'showMunicipalReport')];
}

/** The report as a document: of the newest version, or preliminary before there is one; and of the approved one beside it. */
export function documentParts(facts: MunicipalReportCard): object[] {
  const { versions } = facts;
  const newest = versions.at(-1);
  const approved = versions.findLast(({ decision }) => decision?.outcome === 'approved');
  return [documentPart(facts, newest), ...(approved && approved !== newest ? [documentPart(facts, approved)] : [])];
}

function documentPart(facts: MunicipalReportCard, version: VersionLine | undefined): object {
  const about = version === undefined ? {} : { version: version.number };
  return {
    name: version === undefined ? 'Preliminär, som den är nu' : versionName(version),
    actions: buttonFormats.map((format, page) =>
      municipalAction(facts, formatNames[format], 'getMunicipalReport', { ...about, page }),
    ),
  };
}

function versionName({ number, decision }: VersionLine): string {
  return decision?.outcome === 'approved' ? `Version ${number}, godkänd av fullmäktige` : `Version ${number}`;
}
