import type { MunicipalReportContent } from '../../src/domain/report-content.ts';
import type { CouncilDecision } from '../../src/domain/report-record.ts';
import { kronorInFull, swedishDate, swedishDateTime } from '../../src/words/swedish.ts';
import { shortSeal } from '../decision-text.ts';
import { shortened } from '../file-texts.ts';
import { displayName, forCard } from '../peoples-words.ts';
import { type Group, group } from './form-groups.ts';
import { targetText } from './targets.ts';

const LONGEST_TEXT = 300;

/** What was registered, in full, and what becomes of it. */
export function receiptGroups(decision: CouncilDecision, content: MunicipalReportContent): Group[] {
  return [
    group({ lines: asLines(decisionLines(decision)) }),
    ...planGroup(decision, content),
    group({ lines: asLines([nextText(decision)]) }),
  ];
}

function decisionLines({ paragraph, registrationNumber, outcome, why, seal, by, at }: CouncilDecision): string[] {
  return [
    `Paragraf: ${forCard(paragraph)}. Diarienummer: ${forCard(registrationNumber)}.`,
    ...(outcome === 'sent-back' ? [`Skäl: ${forCard(shortened(why, LONGEST_TEXT))}`] : []),
    `Sigill: ${shortSeal(seal)}. Det står i dokumentet, och visar att rapporten är den som fullmäktige beslutade om.`,
    `Registrerat ${swedishDateTime(new Date(at))} av ${displayName(by.name)}.`,
  ];
}

/** What the decision makes of the plan. */
function planGroup({ appropriations, orders }: CouncilDecision, content: MunicipalReportContent): Group[] {
  const nameOf = (id: string): string =>
    content.committees.find(({ committeeId }) => committeeId === id)?.committeeName ?? id;
  const lines = [
    ...appropriations.map(
      (one) =>
        `${one.amountKr < 0 ? 'Minskat anslag' : 'Tilläggsanslag'}: ${kronorInFull(one.amountKr)} till ${forCard(targetText(content, one))}, från ${swedishDate(one.validFrom)}.`,
    ),
    ...orders.map(
      ({ committeeId, text, dueOn }) =>
        `Uppdrag till ${forCard(nameOf(committeeId))}: ${sentence(text)} Senast ${swedishDate(dueOn)}.`,
    ),
  ];
  if (lines.length === 0) return [];
  return [
    group({
      heading: [{ text: 'Förs in i planen' }],
      lines: asLines([...lines, 'Det görs inom någon minut, som en ny version av planen.']),
    }),
  ];
}

function sentence(text: string): string {
  const said = forCard(shortened(text.trim(), LONGEST_TEXT));
  return /[.!?…]$/u.test(said) ? said : `${said}.`;
}

function nextText({ outcome }: CouncilDecision): string {
  return outcome === 'approved'
    ? 'Rapporten är nu öppen för alla och ändras inte mer. En rättning blir en ny version bredvid.'
    : 'Controllern får rapporten tillbaka och sammanställer en ny version.';
}

function asLines(lines: readonly string[]): { text: string }[] {
  return lines.map((text) => ({ text }));
}
