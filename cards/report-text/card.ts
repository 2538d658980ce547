import { LONGEST_REPORT_TEXT, type ReportTexts, reportSections } from '../../src/domain/report-record.ts';
import { reportSectionNames } from '../../src/words/report-section-names.ts';
import { swedishNumber } from '../../src/words/swedish.ts';
import { type ActionData, executeAction } from '../actions.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { shortened } from '../file-texts.ts';
import { type FieldNotes, FormFields, type Typed } from '../form-parts.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import { saidBanners } from '../said-banners.ts';
import { AFTER_LAST, textThatFits } from './read-text.ts';
import template from './template.json' with { type: 'json' };

export interface ReportTextCard {
  /** `verbs` differ between a committee's report and the municipality's. */
  readonly verbs: { readonly save: 'saveReportText' | 'saveMunicipalText' };
  /** What the buttons are about: the report as it is shown. */
  readonly about: ActionData;
  /** "Delårsrapport januari–augusti 2026". */
  readonly reportTitle: string;
  /** The committee, or the municipality. */
  readonly whose: string;
  readonly section: keyof ReportTexts;
  /** As they are stored. */
  readonly texts: ReportTexts;
  /** What was typed when the form last came back; else what is stored stands in the field. */
  readonly typed: Typed;
  /** How many times it has been shown before: each time its field needs a new id. */
  readonly attempt: number;
  readonly notes?: FieldNotes;
  /** What was just done. */
  readonly said?: string;
  /** Why it was not. */
  readonly problem?: string;
  /** Somebody else has changed the report meanwhile: what is stored stands under the field. */
  readonly conflict?: boolean;
}

const LONGEST_NAME = 160;
const LONGEST_STORED = 600;

const helps: Readonly<Record<keyof ReportTexts, string>> = {
  summary: 'Det viktigaste i några meningar.',
  events: 'Det som har hänt och som har stor betydelse för verksamheten eller ekonomin.',
  outlook: 'Det som väntas hända under resten av året och därefter.',
  staff: 'Till exempel sjukfrånvaro, rekrytering och kompetens.',
};

/** One text of a report, to be written. Verbs: saveReportText or saveMunicipalText, with the page that the press leads to. */
export const reportTextCard = defineCard<ReportTextCard & { readonly context: CardContext }>(template, (facts) => {
  const { reportTitle, whose, section, context } = facts;
  const at = reportSections.indexOf(section);
  return {
    title: reportSectionNames[section],
    about: `${reportTitle}, ${forCard(shortened(whose, LONGEST_NAME))}. Text ${at + 1} av ${reportSections.length}.`,
    banners: saidBanners(facts),
    text: textField(facts),
    notices: noticesOf(false, context),
    actions: textActions(facts, at),
  };
});

function textField({ section, texts, typed, attempt, notes, conflict = false }: ReportTextCard): object {
  const written = typed[section] ?? texts[section];
  const form = new FormFields({
    ...{ typed, attempt, conflict, stored: new Map([[section, texts[section]]]) },
    ...(notes && { notes }),
  });
  return form.field(section, reportSectionNames[section], {
    placeholder: helps[section],
    mostUnits: textThatFits(written).length,
    inWords: (stored) => forCard(shortened(stored, LONGEST_STORED)),
    hint: `Högst ${swedishNumber(LONGEST_REPORT_TEXT)} tecken. Inga personuppgifter.`,
  });
}

/** Every way on saves: nothing that is typed is left behind. */
function textActions({ about, verbs }: ReportTextCard, at: number): object[] {
  const save = (title: string, page: number, style?: 'positive'): object =>
    executeAction(title, verbs.save, { ...about, page }, style);
  const last = reportSections.length - 1;
  return [
    ...(at < last ? [save('Spara och gå vidare', at + 1, 'positive')] : []),
    save('Spara och visa rapporten', AFTER_LAST, at === last ? 'positive' : undefined),
    ...(at > 0 ? [save('Spara och gå tillbaka', at - 1)] : []),
  ];
}
