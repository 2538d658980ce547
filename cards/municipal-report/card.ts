import type { MunicipalReportContent } from '../../src/domain/report-content.ts';
import type { AgreedMeasure, CouncilDecision } from '../../src/domain/report-record.ts';
import type { ReportDeed, ReportState } from '../../src/domain/report-state.ts';
import { reportName } from '../../src/words/report-words.ts';
import { swedishDate } from '../../src/words/swedish.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { firstOf } from '../file-texts.ts';
import { gradeFacts } from '../grade-facts.ts';
import { measureLines } from '../measure-line.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import { saidBanners } from '../said-banners.ts';
import { committeeText } from './committee-text.ts';
import { documentParts, reportActions } from './report-actions.ts';
import { financeLines, sumFacts } from './sum-facts.ts';
import template from './template.json' with { type: 'json' };
import { nextStep, statutoryLine, versionLines } from './where-it-is.ts';

/** A compiled version, without its content. */
export interface VersionLine {
  readonly number: number;
  /** Instant in UTC. */
  readonly compiledAt: string;
  /** The name of who compiled it; absent for people outside the roster. */
  readonly compiledBy?: string;
  readonly seal: string;
  readonly reason?: string;
  readonly decision?: CouncilDecision;
}

export interface MunicipalReportCard {
  readonly content: MunicipalReportContent;
  readonly state: ReportState;
  /** Of the record: 0 when nobody has done anything to the report. */
  readonly revision: number;
  /** Its fingerprint, or the beginning of it. */
  readonly mark: string;
  /** What the one who looks may do to it now. */
  readonly deeds: readonly ReportDeed[];
  readonly measures: readonly AgreedMeasure[];
  /** Oldest first. */
  readonly versions: readonly VersionLine[];
  /** Figures, texts or grades have been changed since the newest version. */
  readonly correctedSince: boolean;
  /** The calendar day in Sweden. */
  readonly today: string;
  /** What was just done. */
  readonly said?: string;
  /** Why it was not. */
  readonly problem?: string;
  /** Where everybody reads it, and nobody does anything: an approved version, as it was approved. */
  readonly open?: true;
}

/** Where there are no buttons. */
const IN_CHAT = { text: 'Skriv ”kommunens rapport” till mig i vår egen chatt, så får du den som dokument.' };
/** As many as fit in a message; the document has them all. */
const MOST_COMMITTEES = 14;
const MOST_MEASURES = 5;

/** The municipality's report and where it is. Verbs: showMunicipalReport, showReview, showGrades, writeMunicipalText, askCompile, askDecision, getMunicipalReport. */
export const municipalReportCard = defineCard<MunicipalReportCard & { readonly context: CardContext }>(
  template,
  (facts) => {
    const { content, measures, context } = facts;
    return {
      title: `Kommunens ${reportName(content.kind, content.period)}`,
      subtitle: forCard(content.planTitle),
      banners: saidBanners(facts),
      ...nextStep(facts),
      statutory: statutoryLine(facts),
      committees: committeeList(content),
      ...{ sum: sumFacts(content), sumLines: financeLines(content) },
      grades: gradeSets(content),
      sections: [
        ...reviewSection(facts),
        ...section('Överenskomna åtgärder', measureLines(content, measures, MOST_MEASURES)),
        ...versionSection(facts),
      ],
      documents: facts.open ? [] : [{ parts: documentParts(facts) }],
      notices: [...(facts.open ? [IN_CHAT] : []), ...noticesOf(content.example, context)],
      actions: reportActions(facts),
    };
  },
);

function committeeList(content: MunicipalReportContent): { name: string; text: string }[] {
  const { first, more } = firstOf(content.standings, MOST_COMMITTEES);
  const lines = first.map((standing) => ({
    name: forCard(standing.committeeName),
    text: committeeText(
      standing,
      content.committees.find(({ committeeId }) => committeeId === standing.committeeId),
    ),
  }));
  return more === 0 ? lines : [...lines, { name: `… och ${more} till`, text: 'Alla står i dokumentet.' }];
}

/** Counts for the council's goals and for the committees': never an average. None of a kind: nothing is said of it. */
function gradeSets({ councilGoalCounts, committeeGoalCounts }: MunicipalReportContent): object[] {
  const sets = [
    { name: 'Fullmäktiges mål', counts: councilGoalCounts },
    { name: 'Nämndernas mål', counts: committeeGoalCounts },
  ];
  return sets.flatMap(({ name, counts }) => (counts.of === 0 ? [] : [{ name, facts: gradeFacts(counts) }]));
}

interface Section {
  readonly name: string;
  readonly lines: readonly { readonly text: string }[];
}

function section(name: string, lines: readonly string[]): Section[] {
  return lines.length === 0 ? [] : [{ name, lines: lines.map((text) => ({ text })) }];
}

function reviewSection({ content: { review }, state }: MunicipalReportCard): Section[] {
  if (review?.date === undefined) return [];
  const when = state === 'open' ? 'Planerad till' : 'Hölls';
  const at = review.startsAt === undefined ? '' : ` kl. ${review.startsAt.replace(':', '.')}`;
  return section('Gemensam genomgång', [`${when} ${swedishDate(review.date)}${at}.`]);
}

function versionSection(facts: MunicipalReportCard): Section[] {
  return section('Sammanställningar och beslut', versionLines(facts));
}
