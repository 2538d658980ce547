import type { PeriodRule } from './rule.ts';
import { monthCode, numberAt, part } from './rule.ts';

/** `T1`, `tertial 2`, `första tertialet`, `tertialrapport 1`; the third ends with the year. */
export const tertial: PeriodRule = (words, at) => {
  const plain = words[at]?.plain ?? '';
  const short = /^t([123])$/.exec(plain);
  if (short) return part(tertialCode(Number(short[1])), at, at + 1);
  if (/^tertial/.test(plain)) {
    const number = numberAt(words, at + 1);
    if (number !== undefined && number <= 3) return part(tertialCode(number), at, at + 2);
  }
  const number = numberAt(words, at);
  return number !== undefined &&
    number <= 3 &&
    /^tertial(et|en|s)?$|^tertial(rapport|uppfolj)/.test(words[at + 1]?.plain ?? '')
    ? part(tertialCode(number), at, at + 2)
    : undefined;
};

const tertialCode = (number: number): string => (number === 3 ? 'ANNUAL' : `T${number}`);

/** `Q3`, `kvartal 2`, `första halvåret`: what is accumulated when they end. */
export const quarter: PeriodRule = (words, at) => {
  const plain = words[at]?.plain ?? '';
  const short = /^[qk]([1-4])$/.exec(plain);
  if (short) return part(quarterCode(Number(short[1])), at, at + 1);
  const after = /^kvartal(et)?$|^quarter$/.test(plain) ? numberAt(words, at + 1) : undefined;
  if (after !== undefined && after <= 4) return part(quarterCode(after), at, at + 2);
  const before = numberAt(words, at);
  const next = words[at + 1]?.plain ?? '';
  if (before !== undefined && before <= 4 && /^kvartal(et)?$|^quarter$/.test(next))
    return part(quarterCode(before), at, at + 2);
  return before !== undefined && before <= 2 && /^halvar(et)?$/.test(next)
    ? part(before === 1 ? 'YTD-M06' : 'ANNUAL', at, at + 2)
    : undefined;
};

const quarterCode = (number: number): string => (number === 4 ? 'ANNUAL' : `YTD-${monthCode(number * 3)}`);

/** `delåret`, `helår`, `bokslutet`, `årsredovisningen`: a report, and the time that it tells of. */
export const reportName: PeriodRule = (words, at) => {
  const plain = words[at]?.plain ?? '';
  const code = /^delar/.test(plain) || plain === 'interim' ? 'INTERIM' : isAnnual(plain) ? 'ANNUAL' : undefined;
  return code && { ...part(code, at, at + 1), byReport: true };
};

const isAnnual = (plain: string): boolean =>
  /^(helar(et|s)?|helars(rapport|bokslut).*|arsbokslut.*|bokslut(et|en|s)?|arsredovisning.*|arsrapport.*|annual|arsskifte.*)$/.test(
    plain,
  );
