import type { Indicator, Target } from '../src/domain/plan.ts';
import { swedishNumber } from './swedish.ts';

/** A target in words: "högst 7", or that there is none. */
export function swedishTarget(target: Target | undefined): string {
  if (target === undefined) return 'inget målvärde (nyckeltal)';
  switch (target.kind) {
    case 'at-least':
      return `minst ${swedishNumber(target.value)}`;
    case 'at-most':
      return `högst ${swedishNumber(target.value)}`;
    case 'between':
      return `${swedishNumber(target.from)}–${swedishNumber(target.to)}`;
    case 'words':
      return target.text.charAt(0).toLowerCase() + target.text.slice(1);
  }
}

/** "Sjukfrånvaro totalt, % av ordinarie arbetstid" */
export function indicatorWithUnit({ name, unit }: Indicator): string {
  return `${name}, ${unit}`;
}
