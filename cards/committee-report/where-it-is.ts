import type { CommitteeReportContent } from '../../src/domain/report-content.ts';
import type { CouncilDecision, ReportEvent } from '../../src/domain/report-record.ts';
import type { ReportDeed, ReportState } from '../../src/domain/report-state.ts';
import { swedishDate, swedishDateTime } from '../../src/words/swedish.ts';
import { shortened } from '../file-texts.ts';
import { displayName, forCard } from '../peoples-words.ts';

/** Where a report is, as far as its reader may know. */
export interface WhereItIs {
  readonly content: CommitteeReportContent;
  /** `approved`: within the municipality's report, and shown as it was then. */
  readonly state: ReportState;
  /** It was signed, and its figures or texts have been changed since. */
  readonly changedSinceSigned: boolean;
  /** Oldest first; empty for people outside the roster. */
  readonly history: readonly ReportEvent[];
  /** The council's approval of the municipality's report for the period. */
  readonly decision?: CouncilDecision;
}

const LONGEST_WHY = 400;

/** Where the report is in words, by whom and when, and what comes next. */
export function stateText(facts: WhereItIs): string {
  const { state, decision } = facts;
  if (state === 'approved' || !decision) return ownState(facts);
  return `${ownState(facts)} Kommunens rapport är godkänd av kommunfullmäktige${decided(facts)}.`;
}

function ownState(facts: WhereItIs): string {
  const { state, changedSinceSigned, content } = facts;
  switch (state) {
    case 'handed-in':
      return `Inlämnad${by(facts, 'hand-in')}. Väntar på attest av nämndens godkännare.`;
    case 'signed':
      return changedSinceSigned
        ? `Attesterad${by(facts, 'sign')}, men ändrad sedan dess. Den behöver attesteras igen.`
        : `Attesterad${by(facts, 'sign')}.`;
    case 'sent-back':
      return `Återsänd${by(facts, 'send-back')}.${because(facts)} Ändra det som behövs och lämna in den igen.`;
    case 'approved':
      return `Godkänd av kommunfullmäktige${decided(facts)}, som del av kommunens rapport.`;
    default:
      return content.kind === 'month' ? 'Preliminära uppgifter.' : 'Under arbete, inte inlämnad.';
  }
}

/** Who has said the figures, and when. */
export function answeredText({ answered }: CommitteeReportContent): string {
  if (!answered) return 'Formuläret är inte besvarat.';
  const { at, name, cameWithPlan, corrected } = answered;
  if (cameWithPlan) return 'Siffrorna kom med planen.';
  return `Siffrorna är ${corrected ? 'rättade' : 'lämnade'} ${swedishDateTime(new Date(at))} av ${displayName(name)}.`;
}

/** " 12 september 2026 kl. 10.03 av Eva Ek"; nothing for people who may not know. */
function by({ history }: WhereItIs, deed: ReportDeed): string {
  const last = history.findLast((event) => event.deed === deed);
  return last ? ` ${swedishDateTime(last.at)} av ${displayName(last.by.name)}` : '';
}

function because({ history }: WhereItIs): string {
  const why = history.findLast(({ deed }) => deed === 'send-back')?.why ?? '';
  return why === '' ? '' : ` Skäl: ”${forCard(shortened(why, LONGEST_WHY))}”`;
}

function decided({ decision }: WhereItIs): string {
  return decision ? ` ${swedishDate(decision.date)} (${forCard(decision.paragraph)})` : '';
}
