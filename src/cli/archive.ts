import type { ArchivedPlan } from '../domain/plan-document.ts';
import { swedishNumber } from '../words/swedish.ts';
import type { Command } from './command.ts';
import { givenOrStored } from './plan-reading.ts';
import { textTable } from './text-table.ts';

const SIGNS =
  'Siffrorna står i den enhet de publicerades i. Kostnader har minus. Minus i resultat eller avvikelse är ett underskott.';

export const archive: Command = {
  name: 'archive',
  takes: ['[FIL]'],
  does: 'visa tidigare planer och vad som publicerades om hur de gick',
  more: SIGNS,
  options: {},
  async run({ files: [path] }, surroundings) {
    const { archive: plans } = await givenOrStored(path, surroundings);
    const text =
      plans.length === 0 ? 'Planen har inga tidigare planer.' : [SIGNS, ...plans.map(planText)].join('\n\n\n');
    return { text, data: { archive: plans } };
  },
};

function planText(plan: ArchivedPlan): string {
  return [plan.title, gradesText(plan), accountsText(plan), personnelText(plan), financeText(plan), remarksText(plan)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function gradesText({ grades, gradeCounts }: ArchivedPlan): string {
  const rows = grades.map(({ goal, grade }) => [grade, goal]);
  const counts = gradeCounts.map(({ grade, goals }) => [grade, `${goals} mål`]);
  return [table(['Bedömning', 'Mål'], rows), table(['Bedömning', 'Antal'], counts)].filter(Boolean).join('\n\n');
}

function accountsText({ accounts }: ArchivedPlan): string {
  const rows = accounts.map((account) => [
    ...[String(account.year), account.name, account.unit],
    ...[
      amount(account.grant),
      amount(account.income),
      amount(account.cost),
      amount(account.result),
      amount(account.deviation),
    ],
  ]);
  return table(['År', 'Nämnd', 'Enhet', 'Anslag', 'Intäkter', 'Kostnader', 'Resultat', 'Avvikelse'], rows);
}

function personnelText({ personnel }: ArchivedPlan): string {
  const rows = personnel.map(({ year, measure, group, value, unit }) => [
    ...[String(year), measure, group, `${swedishNumber(value)} ${unit}`],
  ]);
  return table(['År', 'Mått', 'Grupp', 'Värde'], rows);
}

function financeText({ financialGoals }: ArchivedPlan): string {
  return table(
    ['Gäller', 'Utfall', 'Finansiellt mål'],
    financialGoals.map(({ applies, goal, outcome }) => [applies, outcome ?? '', goal]),
  );
}

function remarksText({ decisions, notes }: ArchivedPlan): string {
  return [...decisions, ...notes].map((line) => `- ${line}`).join('\n');
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : textTable(headings, rows);
}

/** What was not published is left empty: it is not 0. */
function amount(value: number | undefined): string {
  return value === undefined ? '' : swedishNumber(value);
}
