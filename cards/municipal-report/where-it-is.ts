import { daysBetween } from '../../src/domain/days.ts';
import { stockholmDate } from '../../src/domain/stockholm.ts';
import { daysLeftText } from '../../src/words/report-words.ts';
import { swedishDate, swedishDateTime } from '../../src/words/swedish.ts';
import { outcomeText, shortSeal } from '../decision-text.ts';
import { firstOf, shortened } from '../file-texts.ts';
import { displayName, forCard } from '../peoples-words.ts';
import type { MunicipalReportCard, VersionLine } from './card.ts';

const LONGEST_WHY = 300;
const MOST_VERSIONS = 3;
/** So near its last day a report is urgent. */
const NEAR_DAYS = 14;

/** Where the report is, and what is next, in words. */
export function nextStep(facts: MunicipalReportCard): { readonly state: string; readonly next: string } {
  const { state, content, versions, correctedSince, open } = facts;
  const version = versions.at(-1);
  const ungraded = content.councilGoalCounts.ungraded;
  const goals = ungraded === 0 ? '' : ` bedöm ${ungraded === 1 ? 'det mål' : `de ${ungraded} mål`} som är kvar och`;
  switch (state) {
    case 'reviewed':
      return { state: 'Gemensam genomgång är hållen.', next: `Nästa steg:${goals} sammanställ rapporten.` };
    case 'compiled':
      return {
        state: `Sammanställd, version ${version?.number ?? 1}.`,
        next: correctedSince
          ? 'Uppgifter har ändrats sedan dess. Nästa steg: sammanställ igen, eller registrera fullmäktiges beslut om den version som är sammanställd.'
          : 'Nästa steg: kommunsekreteraren registrerar fullmäktiges beslut.',
      };
    case 'sent-back': {
      const why = version?.decision?.why ?? '';
      const because = why === '' ? '' : ` Skäl: ${forCard(shortened(why, LONGEST_WHY))}`;
      return {
        state: `Återsänd av fullmäktige.${because}`,
        next: 'Nästa steg: ändra det som behövs och sammanställ rapporten igen.',
      };
    }
    case 'approved':
      return {
        state: 'Godkänd av fullmäktige.',
        next:
          correctedSince && !open
            ? 'Uppgifter har ändrats sedan beslutet. Nästa steg: sammanställ en ny version med skäl. Den godkända finns kvar som den är.'
            : 'Den är klar och ändras inte mer.',
      };
    default:
      return {
        state: 'Under arbete.',
        next:
          content.review?.date === undefined
            ? 'Nästa steg: bestäm dag för genomgången.'
            : 'Nästa steg: håll genomgången.',
      };
  }
}

const STATUTES = {
  interim: 'Till fullmäktige och revisorer senast',
  annual: 'Överlämnas till fullmäktige och revisorer senast',
} as const;

/** The law's last day, and how it stands to it; a compiled report is held against the day of its first version. */
export function statutoryLine({ content, versions, today }: MunicipalReportCard): { text: string; color: string }[] {
  const { statutory } = content;
  if (!statutory) return [];
  const last = `${STATUTES[statutory.rule]} ${swedishDate(statutory.lastDay)}`;
  const [first] = versions;
  if (first) {
    const on = stockholmDate(new Date(first.compiledAt));
    const late = daysBetween(statutory.lastDay, on);
    const stood = late > 0 ? `${late === 1 ? '1 dag' : `${late} dagar`} för sent` : 'i tid';
    return [{ text: `${last}. Sammanställd ${swedishDate(on)}, ${stood}.`, color: late > 0 ? 'Attention' : 'Default' }];
  }
  const left = daysBetween(today, statutory.lastDay);
  const color = left < 0 ? 'Attention' : left <= NEAR_DAYS ? 'Warning' : 'Default';
  return [{ text: `${last}: ${daysLeftText(left)}.`, color }];
}

/** The newest first, with what the council decided about each. */
export function versionLines({ versions }: Pick<MunicipalReportCard, 'versions'>): string[] {
  const { first, more } = firstOf(versions.toReversed(), MOST_VERSIONS);
  const lines = first.map(versionLine);
  return more === 0 ? lines : [...lines, `… och ${more} tidigare`];
}

function versionLine({ number, compiledAt, compiledBy, seal, reason, decision }: VersionLine): string {
  const why = reason === undefined || reason === '' ? '' : ` Skäl: ${forCard(shortened(reason, LONGEST_WHY))}`;
  const decided = decision ? ` ${outcomeText(decision)}.` : ' Inte beslutad.';
  const by = compiledBy === undefined ? '' : ` av ${displayName(compiledBy)}`;
  return `Version ${number}: ${swedishDateTime(new Date(compiledAt))}${by}, sigill ${shortSeal(seal)}.${why}${decided}`;
}
