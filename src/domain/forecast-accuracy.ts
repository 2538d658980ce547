import type { Month } from './period.ts';
import type { CommitteeReportContent, ForecastPoint, MunicipalReportContent } from './report-content.ts';

/** How near a committee's forecasts came to what its year cost. Whole kronor, net cost. */
export interface ForecastAccuracy {
  readonly committeeId: string;
  readonly committeeName: string;
  /** The year's budget as it stands in the annual report. */
  readonly budgetKr: number;
  /** The year's outcome; absent when it is not over, or not reported whole. */
  readonly outcomeKr?: number;
  /** One for each follow-up of the year before the annual report, in order. */
  readonly points: readonly ForecastMiss[];
}

export interface ForecastMiss {
  readonly period: Month;
  readonly kind: ForecastPoint['kind'];
  readonly forecastKr?: number;
  /** Forecast − outcome: minus when the year cost more than was forecast. Absent when either is missing. */
  readonly missKr?: number;
}

/**
 * Every committee's forecasts against the year's outcome, out of the annual report. A miss is not only an error: a committee may
 * have acted on its forecast.
 */
export function forecastAccuracy({ committees }: Pick<MunicipalReportContent, 'committees'>): ForecastAccuracy[] {
  return committees.map(accuracyOf);
}

function accuracyOf({ committeeId, committeeName, kind, period, finance }: CommitteeReportContent): ForecastAccuracy {
  const outcomeKr = kind === 'annual' ? finance.outcomeKr : undefined;
  return {
    committeeId,
    committeeName,
    budgetKr: finance.budgetKr,
    ...(outcomeKr === undefined ? {} : { outcomeKr }),
    points: finance.history.filter((point) => point.period < period).map((point) => missOf(point, outcomeKr)),
  };
}

function missOf({ period, kind, forecastKr }: ForecastPoint, outcomeKr: number | undefined): ForecastMiss {
  if (forecastKr === undefined) return { period, kind };
  return { period, kind, forecastKr, ...(outcomeKr === undefined ? {} : { missKr: forecastKr - outcomeKr }) };
}
