import { isAnswered, isSigned } from '../../src/domain/committee-standing.ts';
import type { CommitteeStanding, MunicipalReportContent } from '../../src/domain/report-content.ts';
import { reportSections } from '../../src/domain/report-record.ts';
import { reportSectionNames } from '../../src/words/report-section-names.ts';
import { missingParts, standingWord } from '../../src/words/report-words.ts';
import { firstOf, shortened } from '../file-texts.ts';
import { forCard } from '../peoples-words.ts';

const MOST_LINES = 14;
const MOST_GOALS = 5;
const shortly = (text: string): string => forCard(shortened(text, 60));

/** Missing is compiled too, and said to be missing. */
export function missingLines(content: MunicipalReportContent): { text: string }[] {
  const committees = content.standings.flatMap(standingLine);
  const { first, more } = firstOf(committees, MOST_LINES);
  const lines = [
    ...first,
    ...(more === 0 ? [] : [`… och ${more} nämnder till`]),
    ...goalLines(content),
    ...textLines(content),
  ];
  return (
    lines.length === 0 ? ['Inget: alla nämnder har attesterat, målen är bedömda och texterna skrivna.'] : lines
  ).map((text) => ({ text }));
}

function standingLine(standing: CommitteeStanding): string[] {
  const missing = standing.missing.filter(({ what }) => what !== 'signature' && what !== 'answer');
  if (isSigned(standing) && missing.length === 0) return [];
  const answered = isAnswered(standing);
  // Of a report that is signed only what it lacks belongs here.
  const unsigned = isSigned(standing) ? [] : [`${standingWord(standing)}${answered ? ', inte attesterad' : ''}`];
  const lacks = answered && missing.length > 0 ? [missingParts(missing, shortly, 2)] : [];
  return [`${forCard(standing.committeeName)}: ${[...unsigned, ...lacks].join('; ')}.`];
}

function goalLines({ councilGoals }: MunicipalReportContent): string[] {
  const ungraded = councilGoals.filter(({ graded }) => graded === undefined);
  if (ungraded.length === 0) return [];
  const { first, more } = firstOf(ungraded, MOST_GOALS);
  const names = first.map(({ name }) => shortly(name)).join('; ');
  return [`Bedömning av fullmäktiges mål: ${names}${more === 0 ? '' : ` och ${more} till`}.`];
}

function textLines({ texts }: MunicipalReportContent): string[] {
  const empty = reportSections.filter((section) => texts[section].trim() === '');
  return empty.length === 0
    ? []
    : [`Kommunstyrelsens text: ${empty.map((section) => reportSectionNames[section]).join(', ')}.`];
}
