import type { Committee, Plan } from '../../domain/plan.ts';

/** What a chat message asks for. */
export type Question =
  | { readonly kind: 'help' }
  | { readonly kind: 'show-form' }
  | { readonly kind: 'status'; readonly committee: Committee }
  | { readonly kind: 'status-of-unknown' }
  | { readonly kind: 'not-understood' };

const LONGEST = 2_000;
const HELP = /^(hjälp|hjalp|help|hej|hallå|halla|hi|hello|tjena|god (morgon|dag|kväll)|\?|start|vad kan du( göra)?)$/;
const SHOW_FORM =
  /^((visa|öppna|oppna|se|hämta|hamta) )?(mitt |månadens |manadens )?(formulär(et)?|formular(et)?)( igen)?$|^rapportera$|^show( the)? form$/;
const STATUS = /^(status|läge|lage|läget|laget)( (för|for|i|på|pa|hos))?( (?<who>.+))?$/;

/** Reads a message, mentions already taken away. Committees are known by the plan's names, ids and aliases alone. */
export function interpretMessage(text: string, plan: Plan | undefined): Question {
  const read = text.slice(0, LONGEST);
  const words = tidy(read) || (read.includes('?') ? '?' : '');
  if (HELP.test(words)) return { kind: 'help' };
  if (SHOW_FORM.test(words)) return { kind: 'show-form' };
  const status = STATUS.exec(words);
  if (!status || !plan) return { kind: 'not-understood' };
  const who = status.groups?.who;
  const committee = who === undefined ? undefined : findByName(plan, who);
  return committee ? { kind: 'status', committee } : { kind: 'status-of-unknown' };
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
