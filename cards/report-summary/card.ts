import { MUNICIPALITY } from '../../src/domain/municipality.ts';
import type { ReportSummary } from '../../src/domain/report-summary.ts';
import { reportTitle } from '../../src/words/report-words.ts';
import { executeAction, sayAction } from '../actions.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { shortened } from '../file-texts.ts';
import type { Fact } from '../finance-facts.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import { askForDocument, askInChat, chatLink, toggleSources } from './actions.ts';
import { changeSections } from './change-text.ts';
import { financeSection } from './finance-section.ts';
import { goalSections } from './goal-sections.ts';
import { headline } from './headline.ts';
import { indicatorLines } from './indicator-lines.ts';
import { missingLines } from './missing-lines.ts';
import { sourceLines } from './source-lines.ts';
import { changedAfterText, isPreliminary, stageText } from './stage-text.ts';
import template from './template.json' with { type: 'json' };
import { workLines } from './work-lines.ts';

export interface ReportSummaryCard {
  readonly summary: ReportSummary;
  /** Everybody in a channel reads the same card; in a chat it has one reader, who can open the report from it. */
  readonly place: 'channel' | 'chat';
  /** An earlier card of the same report may stand above this one. */
  readonly replaces: boolean;
}

const PRELIMINARY = 'Preliminära uppgifter tills kommunfullmäktige har godkänt rapporten.';
const REPLACES = 'Det här kortet ersätter ett tidigare kort om samma rapport, om ett sådant syns här.';
/** What people write in the reports can be long, and the rest of it stands in the document. */
const LONGEST_TEXT = 600;

/**
 * A report in a channel, or to a manager: what it comes to, what has changed, what is missing and how far it has come. One card for
 * each report, changed in place. Verbs: showMunicipalReport.
 */
export const reportSummaryCard = defineCard<ReportSummaryCard & { readonly context: CardContext }>(
  template,
  (facts) => {
    const { summary, place, replaces, context } = facts;
    const preliminary = isPreliminary(summary);
    const sources = sourceLines(summary);
    return {
      title: reportTitle(summary.kind, summary.period),
      subtitle: `${summary.scope === MUNICIPALITY ? 'Hela kommunen' : forCard(summary.name)}${preliminary ? ' – preliminärt' : ''}`,
      headline: headline(summary),
      stage: stageText(summary),
      missing: [...missingLines(summary), ...changedAfterText(summary)],
      notices: noticesOf(summary.example, context),
      sections: sectionsOf(summary),
      footnotes: [
        ...(preliminary ? [{ text: PRELIMINARY }] : []),
        ...(replaces ? [{ text: REPLACES }] : []),
        ...askInChat(summary, place, context),
      ],
      sources,
      actions: [...openActions(facts), ...(sources.length > 0 ? [toggleSources] : [])],
    };
  },
);

interface Section {
  readonly heading: string;
  readonly charts: readonly object[];
  readonly tables: readonly { readonly facts: readonly Fact[] }[];
  readonly lines: readonly { readonly text: string }[];
}

/** In the order that a reader asks for them; what there is nothing to say of is left out. */
function sectionsOf(summary: ReportSummary): Section[] {
  const followedUp = [...indicatorLines(summary), ...workLines(summary)];
  // Of who has said nothing there is nothing more to say.
  if (!summary.committees.some(({ answered }) => answered)) return [financeSection(summary)].map(toSection);
  return [
    ...textSection(summary),
    ...changeSections(summary),
    financeSection(summary),
    ...goalSections(summary),
    ...(followedUp.length > 0 ? [{ heading: 'Indikatorer och aktiviteter', lines: followedUp }] : []),
  ].map(toSection);
}

function textSection({ text }: ReportSummary): { heading: string; lines: { text: string }[] }[] {
  if (text === undefined) return [];
  return [{ heading: 'Sammanfattning', lines: [{ text: forCard(shortened(text, LONGEST_TEXT)) }] }];
}

function toSection({
  heading,
  charts = [],
  facts = [],
  lines,
}: Pick<Section, 'heading' | 'lines'> & {
  readonly charts?: Section['charts'];
  readonly facts?: readonly Fact[];
}): Section {
  return { heading, charts, tables: facts.length === 0 ? [] : [{ facts }], lines };
}

function openActions({ summary, place, context }: ReportSummaryCard & { readonly context: CardContext }): object[] {
  if (place === 'channel') return chatLink(summary, context);
  const id = `${summary.scope} ${summary.period}`;
  return [
    executeAction('Visa rapporten', 'showMunicipalReport', { id, revision: 0 }),
    sayAction('Hämta som PDF', askForDocument(summary)),
  ];
}
