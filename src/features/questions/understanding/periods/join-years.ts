import type { NamedPeriod, Said } from './named-period.ts';

/**
 * A part of a year and a year said beside it are one period: `T1 2021`, `augusti förra året`, `2025 per mars`. This year
 * goes without saying, and needs no prefix. Two years, or two parts, are two periods.
 */
export function joinYears(found: readonly Said[], thisYear: number): readonly NamedPeriod[] {
  const years = found.filter(({ year }) => year !== undefined);
  const parts = found.filter(({ isPart }) => isPart);
  const [part] = parts;
  const [year] = years;
  if (!part || !year || parts.length > 1 || years.length > 1 || !areClose(part, year)) return found.map(plainly);
  const joined = {
    code: inYear(part.code, year.year ?? thisYear, thisYear),
    from: Math.min(part.from, year.from),
    to: Math.max(part.to, year.to),
    byReport: false,
  };
  return [joined, ...found.filter((said) => said !== part && said !== year).map(plainly)];
}

/** With at most a word or two between: `i augusti och förra året` are two. */
function areClose(one: Said, other: Said): boolean {
  const between = one.from < other.from ? other.from - one.to : one.from - other.to;
  return between <= 1 || one.byReport;
}

function inYear(code: string, year: number, thisYear: number): string {
  if (code === 'ANNUAL') return String(year);
  return year === thisYear ? code : `${year}-${code}`;
}

function plainly({ code, from, to, byReport, inCompound = false }: Said): NamedPeriod {
  return { code, from, to, byReport, inCompound };
}
