import type { ReportWord, WordAbout } from '../../src/domain/report-word.ts';
import { reportName, reportTitle } from '../../src/words/report-words.ts';
import { executeAction, sayAction } from '../actions.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import { settledLines } from './settled-lines.ts';
import template from './template.json' with { type: 'json' };
import { wordLines } from './word-lines.ts';

export type ReportWordCard = WordAbout;

const TITLES: Readonly<Record<WordAbout['word']['kind'], string>> = {
  sign: 'Rapporten väntar på din attest',
  'sent-back': 'Rapporten är återsänd',
  'all-signed': 'Alla nämnders rapporter är attesterade',
  changed: 'En attesterad rapport har ändrats',
  statutory: 'Lagens sista dag för rapporten',
  decide: 'Registrera fullmäktiges beslut',
  'council-sent-back': 'Fullmäktige har sänt tillbaka rapporten',
  order: 'Uppdrag från fullmäktige',
  'next-year': 'Underlaget till nästa års plan är klart',
  settled: 'Det här är klart',
};

/** What a word is about, without names and figures: also for the phone's lock screen. */
export function wordTitle({ word }: WordAbout): string {
  return TITLES[word.kind];
}

/** A short word to one person about a report's next step, with a button that leads there. Verbs: showReport, showMunicipalReport, showReview. */
export const reportWordCard = defineCard<ReportWordCard & { readonly context: CardContext }>(template, (facts) => {
  const { word, period, context } = facts;
  const lines = word.kind === 'settled' ? settledLines(word) : wordLines(word, facts);
  return {
    title: wordTitle(facts),
    about: aboutText(facts),
    lines: lines.map((text) => ({ text })),
    notices: noticesOf(false, context),
    actions: word.kind === 'settled' ? [] : actionsOf(word, period),
  };
});

function aboutText({ word, kind, period }: WordAbout): string {
  const committee = 'committee' in word ? word.committee : undefined;
  return committee ? `${forCard(committee.name)}, ${reportName(kind, period)}` : reportTitle(kind, period);
}

/** As many as a card takes. */
const MOST_BUTTONS = 4;

function actionsOf(word: ReportWord, period: string): object[] {
  switch (word.kind) {
    case 'sign':
    case 'sent-back':
    case 'changed':
      return [
        showReport('Öppna rapporten', word.committee.id, period, word.kind === 'changed' ? undefined : 'positive'),
      ];
    case 'order':
      return word.committees
        .slice(0, MOST_BUTTONS)
        .map(({ id }) =>
          showReport(word.committees.length === 1 ? 'Öppna rapporten' : `Öppna rapporten för ${id}`, id, period),
        );
    case 'all-signed':
      return word.reviewed
        ? [ofAll('Öppna kommunens rapport', 'showMunicipalReport', period)]
        : [ofAll('Öppna genomgången', 'showReview', period)];
    case 'next-year':
      return [sayAction('Hämta underlaget', 'hämta nästa års underlag')];
    case 'statutory':
    case 'decide':
    case 'council-sent-back':
      return [ofAll('Öppna kommunens rapport', 'showMunicipalReport', period)];
  }
}

function showReport(title: string, committeeId: string, period: string, style?: 'positive'): object {
  return executeAction(title, 'showReport', { id: `${committeeId} ${period}`, revision: 0 }, style);
}

function ofAll(title: string, verb: 'showMunicipalReport' | 'showReview', period: string): object {
  return executeAction(title, verb, { id: `municipality ${period}`, revision: 0 });
}
