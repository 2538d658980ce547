import { month, monthInterval, writtenMonth } from './months.ts';
import { quarter, reportName, tertial } from './parts-of-years.ts';
import type { PeriodRule } from './rule.ts';
import { lastYears, relative, since, year } from './years.ts';

/** In this order: what takes more words stands before what takes fewer of the same. */
export const TIME_RULES: readonly PeriodRule[] = [
  lastYears,
  relative,
  since,
  writtenMonth,
  monthInterval,
  tertial,
  quarter,
  month,
  reportName,
  year,
];
