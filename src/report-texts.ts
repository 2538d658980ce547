import type { ReportProblem } from './domain/report-problem.ts';
import { planProblemText } from './plan-texts.ts';
import { periodText } from './words/period-text.ts';
import { reportStateWords } from './words/report-words.ts';
import { upperFirst } from './words/sentence-parts.ts';
import { cumulativePeriod, swedishDate, swedishNumber } from './words/swedish.ts';

const FIELDS: Readonly<Record<string, string>> = {
  text: 'Texten',
  why: 'Skälet',
  participants: 'Deltagarna',
  notes: 'Anteckningarna',
  owner: 'Ansvarig',
  motivation: 'Motiveringen',
  paragraph: 'Paragrafen',
  registrationNumber: 'Diarienumret',
  date: 'Datumet',
  dueOn: 'Klart senast',
  validFrom: 'Gäller från',
};

/** Swedish for why something can't be done to a report: what it is, and what to do. */
export function reportProblemText(problem: ReportProblem): string {
  switch (problem.code) {
    case 'NO_PLAN':
      return 'Ingen plan är inläst ännu. Be administratören läsa in Mål och budget.';
    case 'NOT_ALLOWED':
      return 'Den rapporten finns inte, eller så får du inte göra det med den. Fråga din controller.';
    case 'NO_SUCH_PERIOD':
      return `Planen följer inte upp ${periodText(problem.period)}.`;
    case 'NOT_A_REPORT_PERIOD':
      return `${upperFirst(periodText(problem.period))} är en vanlig månad. Bara tertialrapport, delårsrapport och årsredovisning attesteras och beslutas.`;
    case 'NOT_OPEN_YET':
      return `Rapporten för ${cumulativePeriod(problem.period)} öppnar ${swedishDate(problem.opensOn)}.`;
    case 'NOT_ANSWERED':
      return 'Nämnden har inte svarat på formuläret ännu. Svara där först.';
    case 'WRONG_STATE':
      return `Rapporten är ${reportStateWords[problem.state]}, så det går inte nu.`;
    case 'OWN_REPORT':
      return 'Den som själv har lämnat uppgifterna kan inte godkänna dem. Någon annan behöver göra det.';
    case 'REASON_NEEDED':
      return 'Skriv varför, så att den som läser förstår.';
    case 'CHANGED_MEANWHILE':
      return 'Rapporten har ändrats sedan du öppnade kortet. Inget är gjort. Se igenom det som gäller nu och tryck igen.';
    case 'COMPILED':
      return 'Kommunens rapport är redan sammanställd. Controllern kan sända tillbaka nämndens rapport om något måste ändras.';
    case 'NOT_REVIEWED':
      return 'Håll och anteckna den gemensamma genomgången först.';
    case 'NOT_COMPILED':
      return 'Kommunens rapport är inte sammanställd ännu.';
    case 'NEWER_VERSION':
      return `Det finns en nyare sammanställning, version ${problem.version}. Inget är registrerat.`;
    case 'ALREADY_DECIDED':
      return `Fullmäktiges beslut är redan registrerat: ${swedishDate(problem.decision.date)}, ${problem.decision.paragraph}.`;
    case 'UNKNOWN_GRADE':
      return 'Bedömningen finns inte i planens skala. Välj en ur listan.';
    case 'NO_SUCH_GOAL':
      return 'Målet finns inte i planen.';
    case 'NO_SUCH_COMMITTEE':
      return `Nämnden ${problem.committeeId} finns inte i planen.`;
    case 'NO_SUCH_VERSION':
      return `Version ${problem.version} finns inte.`;
    case 'TEXT_TOO_LONG':
      return `${FIELDS[problem.field] ?? 'Texten'} får ha högst ${swedishNumber(problem.most)} tecken.`;
    case 'TEXT_MISSING':
      return `${FIELDS[problem.field] ?? 'Texten'} saknas.`;
    case 'BAD_DAY':
      return `${FIELDS[problem.field] ?? 'Datumet'} är ingen möjlig dag. Skriv till exempel 2026-06-10.`;
    case 'BAD_TIME':
      return 'Klockslaget går inte att läsa. Skriv till exempel 08:30.';
    case 'BAD_AMOUNT':
      return 'Beloppet går inte att läsa. Skriv till exempel 5 000 tkr eller 5 mnkr.';
    case 'DOES_NOT_FIT_PLAN':
      return `Beslutet går inte ihop med planen. ${problem.problems.map(planProblemText).join(' ')} Inget är registrerat.`;
  }
}
