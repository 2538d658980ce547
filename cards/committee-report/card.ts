import type { MissingPart } from '../../src/domain/report-content.ts';
import type { ReportDeed } from '../../src/domain/report-state.ts';
import { breakLines } from '../../src/words/break-text.ts';
import { reportTitle } from '../../src/words/report-words.ts';
import { executeAction } from '../actions.ts';
import { type CardContext, type CardDefinition, defineCard } from '../define-card.ts';
import { firstOf, shortened } from '../file-texts.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import { aboutReport, deedButtons, documentButtons, type ReportShown } from '../report-buttons.ts';
import { saidBanners } from '../said-banners.ts';
import { financeSection, historySection } from './finance-section.ts';
import { goalCounts, goalSection } from './goal-section.ts';
import { headline, missingLine } from './headline.ts';
import { indicatorCounts, indicatorSection, keyFigureSection } from './indicator-section.ts';
import { drawSections, type ReportPage, reportPages, type Section } from './section.ts';
import template from './template.json' with { type: 'json' };
import { textCounts, textSection } from './text-section.ts';
import { answeredText, stateText, type WhereItIs } from './where-it-is.ts';
import { measureSection, workCounts, workSections } from './work-sections.ts';

export interface CommitteeReportCard extends WhereItIs {
  /** Of the record: 0 when nobody has done anything to the report. */
  readonly revision: number;
  /** Its fingerprint, or the beginning of it. */
  readonly mark: string;
  /** What the one who looks may do to it now. */
  readonly deeds: readonly ReportDeed[];
  readonly missing: readonly MissingPart[];
  /** The overview when nothing else is said. */
  readonly page?: ReportPage;
  /** The message that opens the form with its figures, for whoever may change them. */
  readonly changeFigures?: string;
  /** What was just done. */
  readonly said?: string;
  /** Why it was not. */
  readonly problem?: string;
  /** Where everybody reads it: the overview alone, and nothing to press. */
  readonly open?: true;
}

type Facts = CommitteeReportCard & { readonly context: CardContext };

/** UTF-16 units of a whole card as JSON; Teams takes some more. */
const MOST_UNITS = 11_900;
const LONGEST_NAME = 160;
const MOST_BREAKS = 4;

/** A committee's report, page by page, and where it is. Verbs: showReport, writeReport, handInReport, signReport, askSendBack, getReport. */
export const committeeReportCard: CardDefinition<Facts> = {
  build: (facts) => {
    // What is seen at once has its place; the details share what is left.
    const frame = drawn.build({ ...facts, room: 0 });
    return drawn.build({ ...facts, room: MOST_UNITS - JSON.stringify(frame).length });
  },
};

const drawn = defineCard<Facts & { readonly room: number }>(template, (facts) => {
  const { content, page = 'overview', room } = facts;
  const { kind, period, committeeName } = content;
  const shown: ReportShown = { ...facts, committeeId: content.committeeId, period };
  return {
    title: `${reportTitle(kind, period)}, ${forCard(shortened(committeeName, LONGEST_NAME))}`,
    banners: saidBanners(facts),
    state: stateText(facts),
    ...(page === 'overview' ? overview(facts) : { answered: [], headline: [], missing: [], notices: [] }),
    sections: drawSections(sectionsOf(facts, page), room, (title, to) => pageButton(shown, title, to)),
    documents: page === 'overview' && !facts.open ? [{ actions: documentButtons(shown) }] : [],
    actions: buttonsOf(facts, shown, page),
  };
});

/** What is said first of all. */
function overview({ content, missing, open, context }: Facts): object {
  const inChat = `Skriv ”rapport ${forCard(content.committeeId)}” till mig i vår egen chatt, så visar jag resten och dokumenten.`;
  return {
    answered: [{ text: answeredText(content) }],
    headline: [headline(content)],
    missing: missingLine(missing),
    notices: [
      ...breakLines(firstOf(content.breaks, MOST_BREAKS).first, forCard),
      ...(open ? [{ text: inChat }] : []),
      ...noticesOf(content.example, context),
    ],
  };
}

function sectionsOf({ content, deeds, open }: CommitteeReportCard, page: ReportPage): readonly Section[] {
  switch (page) {
    case 'overview': {
      const all = [
        financeSection(content),
        historySection(content),
        measureSection(content),
        goalCounts(content),
        indicatorCounts(content),
        workCounts(content),
        textCounts(content, deeds.includes('write')),
      ];
      return open ? all.map(({ more: _, ...one }) => one) : all;
    }
    case 'goals':
      return [goalSection(content)];
    case 'indicators':
      return [indicatorSection(content), keyFigureSection(content)];
    case 'work':
      return workSections(content);
    case 'texts':
      return [textSection(content)];
  }
}

function pageButton(shown: ReportShown, title: string, page: ReportPage): object {
  return executeAction(title, 'showReport', { ...aboutReport(shown), page: reportPages.indexOf(page) });
}

/** On every page what the one who looks may do; the overview has the way to the form and to what has happened since. */
function buttonsOf(facts: CommitteeReportCard, shown: ReportShown, page: ReportPage): object[] {
  const { content, open, changeFigures, ...rest } = facts;
  if (open) return [];
  const isAnswered = content.answered !== undefined;
  if (page === 'overview') {
    const form = changeFigures === undefined ? {} : { changeFigures };
    return [
      ...deedButtons(shown, { ...rest, ...form, again: isAgain(facts), isAnswered }),
      executeAction('Uppdatera', 'showReport', aboutReport(shown)),
    ];
  }
  return [
    ...deedButtons(shown, { ...rest, again: isAgain(facts), isAnswered }),
    pageButton(shown, 'Till översikten', 'overview'),
  ];
}

function isAgain({ state, history }: CommitteeReportCard): boolean {
  return state !== 'open' || history.some(({ deed }) => deed === 'hand-in');
}
