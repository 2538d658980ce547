import type { MunicipalReportContent } from '../../src/domain/report-content.ts';
import type { CouncilDecision } from '../../src/domain/report-record.ts';
import { reportName, reportTitle } from '../../src/words/report-words.ts';
import { swedishDate, swedishDateTime } from '../../src/words/swedish.ts';
import { shortSeal } from '../decision-text.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { type FieldNotes, FormFields, type Typed } from '../form-parts.ts';
import { municipalAction } from '../municipal-actions.ts';
import { noticesOf } from '../notices.ts';
import { displayName } from '../peoples-words.ts';
import { saidBanners } from '../said-banners.ts';
import * as fields from './fields.ts';
import { appropriationGroups, type DecisionRows, decisionGroup, orderGroups } from './form-groups.ts';
import { receiptGroups } from './receipt-groups.ts';
import template from './template.json' with { type: 'json' };

interface AboutReport {
  /** The municipality's report: whose committees and areas can get money and orders. */
  readonly content: MunicipalReportContent;
  readonly revision: number;
  readonly mark: string;
}

export interface DecisionForm extends AboutReport {
  readonly view: 'form';
  /** The version that the council decided on. */
  readonly version: {
    readonly number: number;
    readonly compiledAt: string;
    /** The name of who compiled it, when it is known. */
    readonly compiledBy?: string;
    readonly seal: string;
    /** As it stands on the report's first page. */
    readonly registrationNumber: string;
  };
  readonly rows: DecisionRows;
  readonly typed: Typed;
  readonly notes?: FieldNotes;
  /** How many times it has been shown before: each time its fields need new ids. */
  readonly attempt: number;
  readonly problem?: string;
}

export interface DecisionReceipt extends AboutReport {
  readonly view: 'receipt';
  readonly decision: CouncilDecision;
  /** Why nothing more was done, when it had been registered before. */
  readonly problem?: string;
}

export type CouncilDecisionCard = DecisionForm | DecisionReceipt;

/** The clerk registers what the council decided, and gets a receipt. Verbs: registerDecision, showMunicipalReport. */
export const councilDecisionCard = defineCard<CouncilDecisionCard & { readonly context: CardContext }>(
  template,
  (facts) => ({
    ...(facts.view === 'form' ? form(facts) : receipt(facts)),
    subtitle: reportTitle(facts.content.kind, facts.content.period),
    notices: noticesOf(facts.content.example, facts.context),
  }),
);

function form(facts: DecisionForm): object {
  const { content, version, rows } = facts;
  const stored = new Map([[fields.registrationNumber, version.registrationNumber]]);
  const inputs = new FormFields({ ...facts, conflict: false, stored });
  const add = (title: string, page: number): object =>
    municipalAction(facts, title, 'askDecision', { version: version.number, page });
  const by = version.compiledBy === undefined ? '' : ` av ${displayName(version.compiledBy)}`;
  const compiled = `${swedishDateTime(new Date(version.compiledAt))}${by}`;
  return {
    title: 'Registrera fullmäktiges beslut',
    banners: saidBanners(facts),
    leads: [
      {
        text: `Beslutet gäller version ${version.number}, sammanställd ${compiled}. Sigill ${shortSeal(version.seal)}: jämför med dokumentet som fullmäktige hade.`,
      },
    ],
    groups: [
      decisionGroup(inputs),
      ...appropriationGroups(inputs, content, rows.appropriations, add),
      ...orderGroups(inputs, content, rows.orders, add),
    ],
    actions: [
      municipalAction(facts, 'Registrera beslutet', 'registerDecision', { style: 'positive', version: version.number }),
      municipalAction(facts, 'Till rapporten', 'showMunicipalReport'),
    ],
  };
}

function receipt(facts: DecisionReceipt): object {
  const { content, decision } = facts;
  const { outcome, version, date } = decision;
  const what = `${reportName(content.kind, content.period)}, version ${version}`;
  return {
    title: 'Fullmäktiges beslut är registrerat',
    banners: saidBanners(facts),
    leads: [
      {
        text:
          outcome === 'approved'
            ? `Fullmäktige godkände kommunens ${what}, den ${swedishDate(date)}.`
            : `Fullmäktige återsände kommunens ${what}, den ${swedishDate(date)}.`,
      },
    ],
    groups: receiptGroups(decision, content),
    actions: [municipalAction(facts, 'Till rapporten', 'showMunicipalReport')],
  };
}
