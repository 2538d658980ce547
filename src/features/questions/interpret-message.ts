import type { Committee, Plan } from '../../domain/plan.ts';
import { type AbsenceSaid, interpretAbsence } from './interpret-absence.ts';
import { interpretCorrection, type MonthAsked } from './interpret-correction.ts';
import { interpretReport, type ReportAsked, type ReviewAsked } from './interpret-report.ts';
import { interpretRound, type RoundAsked } from './interpret-round.ts';

/** What a chat message asks for. */
export type Question =
  | { readonly kind: 'help' }
  | { readonly kind: 'show-form' }
  /** To correct a month: the asker's own committee's when none is named, the open one when no month is. */
  | { readonly kind: 'correct'; readonly committee?: Committee; readonly month?: MonthAsked | 'unknown' }
  | { readonly kind: 'status'; readonly committee: Committee }
  | { readonly kind: 'unknown-committee' }
  /** How the governance model works. */
  | { readonly kind: 'model' }
  /** Through what each committee, or one of them, contributes to each of the council's goals. */
  | { readonly kind: 'coverage'; readonly committee?: Committee }
  /** Which committees have handed in their own part of the plan. */
  | { readonly kind: 'parts-status' }
  /** The empty workbook, the plan as a workbook, or a committee's part of it: the asker's own when none is named. */
  | { readonly kind: 'file'; readonly file: FileAsked }
  | AbsenceSaid
  | RoundAsked
  | ReportAsked
  | ReviewAsked
  | { readonly kind: 'not-understood' };

export type FileAsked =
  | { readonly kind: 'template' }
  | { readonly kind: 'plan' }
  | { readonly kind: 'part'; readonly committee?: Committee }
  /** The coming year's plan, prefilled. */
  | { readonly kind: 'next-year' };

const LONGEST = 2_000;
const HELP = /^(hjälp|hjalp|help|hej|hallå|halla|hi|hello|tjena|god (morgon|dag|kväll)|\?|start|vad kan du( göra)?)$/;
const SHOW_FORM =
  /^((visa|öppna|oppna|se|hämta|hamta) )?(mitt |månadens |manadens )?(formulär(et)?|formular(et)?)( igen)?$|^rapportera$|^show( the)? form$/;
const STATUS = /^(status|läge|lage|läget|laget)( (för|for|i|på|pa|hos))?( (?<who>.+))?$/;
const MODEL = /^((hur|how) (fungerar|funkar|does) )?((visa|förklara|the) )?(styr)?model(l|len| work)$/;
const COVERAGE =
  /^((visa|se|show) )?((nämndernas|namndernas|den) )?(täckning(en)?|tackning(en)?|coverage|röda tråden|roda traden)( (för|for|i|hos))?( (?<who>.+))?$|^hur bidrar (?<whose>.+)$/;
const ALL = /^(alla )?(nämnderna|namnderna|nämnder|namnder|alla|vi)$/;
const PARTS_STATUS = /^vilka( (nämnder|namnder))? har (lämnat|lamnat) in( .+)?$|^who has handed in$/;
const GIVE = '((skicka|exportera|hämta|hamta|visa|ge mig|export) )?';
const TEMPLATE = new RegExp(`^${GIVE}((plan)?mall(en)?|template)$`);
const EXPORT = /^(skicka|exportera|hämta|hamta|ge mig|export) ((hela|the) )?plan(en)?$/;
const PART = new RegExp(`^${GIVE}(?<who>.+) (del|part)( av planen)?$`);
const NEXT_YEAR = new RegExp(
  `^${GIVE}((nästa|nasta) (års|ars) (underlag(et)?|plan(en)?)|underlag(et)? (för|for|till) (nästa|nasta) (år|ar|(års|ars) plan)|next year)$`,
);
const OWN = /^(nämndens|namndens|our|(min|vår|var)( (nämnds|namnds))?)$/;

/** Reads a message, mentions already taken away. Committees are known by the plan's names, ids and aliases alone. */
export function interpretMessage(text: string, plan: Plan | undefined): Question {
  const read = text.slice(0, LONGEST);
  const words = tidy(read) || (read.includes('?') ? '?' : '');
  if (HELP.test(words)) return { kind: 'help' };
  if (SHOW_FORM.test(words)) return { kind: 'show-form' };
  const said = interpretAbsence(words) ?? interpretRound(words);
  if (said) return said;
  const correction = correctionAskedFor(words, plan);
  if (correction) return correction;
  if (MODEL.test(words)) return { kind: 'model' };
  const coverage = coverageAskedFor(words, plan);
  if (coverage) return coverage;
  if (PARTS_STATUS.test(words)) return { kind: 'parts-status' };
  const file = fileAskedFor(words, plan);
  if (file) return file;
  const report = reportAskedFor(words, plan);
  if (report) return report;
  const status = STATUS.exec(words);
  if (!status || !plan) return { kind: 'not-understood' };
  const who = status.groups?.who;
  const committee = who === undefined ? undefined : findByName(plan, who);
  return committee ? { kind: 'status', committee } : { kind: 'unknown-committee' };
}

function correctionAskedFor(words: string, plan: Plan | undefined): Question | undefined {
  const asked = interpretCorrection(words, (name) => plan && findByName(plan, name));
  if (!asked) return undefined;
  const { committee, ...rest } = asked;
  if (committee === 'unknown') return { kind: plan ? 'unknown-committee' : 'correct' };
  return { kind: 'correct', ...rest, ...(committee && { committee }) };
}

function coverageAskedFor(words: string, plan: Plan | undefined): Question | undefined {
  const asked = COVERAGE.exec(words)?.groups;
  if (!asked) return undefined;
  const who = asked.who ?? asked.whose;
  if (who === undefined || ALL.test(who) || !plan) return { kind: 'coverage' };
  const committee = findByName(plan, who);
  return committee ? { kind: 'coverage', committee } : { kind: 'unknown-committee' };
}

function fileAskedFor(words: string, plan: Plan | undefined): Question | undefined {
  if (TEMPLATE.test(words)) return { kind: 'file', file: { kind: 'template' } };
  if (EXPORT.test(words)) return { kind: 'file', file: { kind: 'plan' } };
  if (NEXT_YEAR.test(words)) return { kind: 'file', file: { kind: 'next-year' } };
  const who = PART.exec(words)?.groups?.who;
  if (who === undefined || !plan) return undefined;
  if (OWN.test(who)) return { kind: 'file', file: { kind: 'part' } };
  // BUN:s, bun:s and socialnämndens: a name may also end in s by itself.
  const committee = findByName(plan, who) ?? findByName(plan, who.replace(/:?s$/, ''));
  return committee ? { kind: 'file', file: { kind: 'part', committee } } : { kind: 'unknown-committee' };
}

function reportAskedFor(words: string, plan: Plan | undefined): Question | undefined {
  const asked = interpretReport(words, (name) => plan && findByName(plan, name));
  return asked === 'unknown-committee' ? (plan ? { kind: asked } : { kind: 'not-understood' }) : asked;
}

function findByName(plan: Plan, words: string): Committee | undefined {
  const wanted = plain(words);
  return plan.committees.find(({ id, name, aliases }) =>
    [id, name, ...aliases].some((known) => namesOf(known).includes(wanted)),
  );
}

/** Socialnämnden is also socialnämnd. */
function namesOf(known: string): string[] {
  const name = plain(tidy(known));
  return [name, name.replace(/en$/, '')];
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.!?,\s]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Without dots over å, ä and ö, and without hyphens: many phones and people leave them out. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('-', '').replace(/\s+/gu, ' ').trim();
}
