import type { ReportWord, WordAbout } from '../../src/domain/report-word.ts';
import { reportNames } from '../../src/words/report-words.ts';
import { upperFirst } from '../../src/words/sentence-parts.ts';
import { swedishDate, swedishDateTime } from '../../src/words/swedish.ts';
import { decisionText } from '../decision-text.ts';
import { shortened } from '../file-texts.ts';
import { displayName, forCard } from '../peoples-words.ts';

/** What people write can be long, and the rest of it stands in the report. */
const LONGEST_TEXT = 500;

/** What has happened, and what its reader is to do. */
export function wordLines(word: ReportWord, { kind }: Pick<WordAbout, 'kind'>): string[] {
  const name = `${upperFirst(reportNames[kind])}en`;
  switch (word.kind) {
    case 'sign':
      return [
        `Inlämnad ${instantText(word.at)} av ${displayName(word.by)}.`,
        'Läs igenom den. Attestera den, eller sänd tillbaka den och skriv varför.',
      ];
    case 'sent-back':
      return [
        `Återsänd ${instantText(word.at)} av ${displayName(word.by)}.`,
        ...reasonText(word.why),
        'Ändra det som behövs och lämna in den igen.',
      ];
    case 'all-signed':
      return [
        `Alla ${word.committees} nämnder är klara.`,
        word.reviewed
          ? 'Den gemensamma genomgången är hållen. Nästa steg är att sammanställa kommunens rapport.'
          : 'Nästa steg är den gemensamma genomgången.',
      ];
    case 'changed':
      return [
        'Siffror eller texter har ändrats efter attesten. Rapporten behöver lämnas in och attesteras igen.',
        ...(word.compiled
          ? ['Kommunens rapport är redan sammanställd, utan ändringen. Sammanställ en ny version om den ska komma med.']
          : []),
      ];
    case 'statutory':
      return statutoryLines(word, name);
    case 'decide': {
      const number = word.registrationNumber === '' ? '' : `, ${forCard(word.registrationNumber)}`;
      return [
        `${name} är sammanställd ${instantText(word.at)} av ${displayName(word.by)} (version ${word.version}${number}).`,
        'Registrera beslutet när fullmäktige har fattat det.',
      ];
    }
    case 'council-sent-back':
      return [`${name} sändes tillbaka ${decisionText(word.decision)}.`, ...reasonText(word.why)];
    case 'order':
      return [...orderLines(word), `Beslut ${decisionText(word.decision)}. Uppdragen följs upp i kommande rapporter.`];
    case 'next-year':
      return [
        `${name} godkändes av fullmäktige ${decisionText(word.decision)}.`,
        'Underlaget är en planarbetsbok med årets mål, senaste utfall som utgångsvärden och det som inte är klart.',
      ];
  }
}

const STATUTES = {
  interim: 'lämnas till fullmäktige och revisorer',
  annual: 'överlämnas till fullmäktige och revisorer',
} as const;
const PARAGRAPHS = { interim: '11 kap. 16 §', annual: '11 kap. 20 §' } as const;

function statutoryLines(word: Extract<ReportWord, { kind: 'statutory' }>, name: string): string[] {
  const { rule, lastDay, workingDays, signed, committees } = word;
  const state = `Den är inte sammanställd. ${signed} av ${committees} nämnders rapporter är attesterade.`;
  const law = `${STATUTES[rule]} senast ${swedishDate(lastDay)} (kommunallagen ${PARAGRAPHS[rule]})`;
  return workingDays === undefined
    ? [`${name} skulle ${law.replace(/^(\S+)as /u, 'ha $1ats ')}. Dagen har passerat.`, state]
    : [`${name} ska ${law}. Det är högst ${workingDays} arbetsdagar kvar.`, state];
}

function orderLines({ committees }: Extract<ReportWord, { kind: 'order' }>): string[] {
  return committees.flatMap(({ name, orders }) =>
    orders.map(({ text, dueOn }) => `${forCard(name)}: ${sentence(text)} Senast ${swedishDate(dueOn)}.`),
  );
}

function sentence(text: string): string {
  const said = forCard(shortened(text.trim(), LONGEST_TEXT));
  return /[.!?…]$/u.test(said) ? said : `${said}.`;
}

function reasonText(why: string): string[] {
  return why === '' ? [] : [`Skäl: ${forCard(shortened(why, LONGEST_TEXT))}`];
}

export function instantText(instant: string): string {
  return swedishDateTime(new Date(instant));
}
