import type { MunicipalReportContent } from '../../src/domain/report-content.ts';
import type { FieldChoice } from '../field-block.ts';
import { shortened } from '../file-texts.ts';

/** Whom the council gives money to: a committee's business area, or the committee, which divides it later. */
export interface Target {
  readonly committeeId: string;
  readonly businessAreaId?: string;
}

/** A list of more than this takes too much of a message, and is no help on a phone. */
const MOST_TARGETS = 60;
const LONGEST_TITLE = 70;
const LATER = 'fördelas senare';
const DIVIDER = '|';

/** For every committee: later first, then its areas. With too many areas the committees alone: they divide the money themselves. */
export function targetChoices({ committees }: Pick<MunicipalReportContent, 'committees'>): readonly FieldChoice[] {
  const all = committees.flatMap(({ committeeId, committeeName, finance }) => [
    choice({ committeeId }, `${committeeName}, ${LATER}`),
    ...finance.areas.map(({ areaId, name }) =>
      choice({ committeeId, businessAreaId: areaId }, `${committeeName}: ${name}`),
    ),
  ]);
  return all.length <= MOST_TARGETS ? all : all.filter(({ value }) => value.endsWith(DIVIDER));
}

/** What was chosen; nothing when the plan has no such committee or area. */
export function targetOf(
  { committees }: Pick<MunicipalReportContent, 'committees'>,
  chosen: string,
): Target | undefined {
  const targets = committees.flatMap(({ committeeId, finance }): Target[] => [
    { committeeId },
    ...finance.areas.map(({ areaId }) => ({ committeeId, businessAreaId: areaId })),
  ]);
  return targets.find((target) => keyOf(target) === chosen);
}

export function committeeChoices({ committees }: Pick<MunicipalReportContent, 'committees'>): readonly FieldChoice[] {
  return committees.map(({ committeeId, committeeName }) => ({
    title: shortened(committeeName, LONGEST_TITLE),
    value: committeeId,
  }));
}

/** "Barn- och utbildningsnämnden, Förskola", or that it is divided later. */
export function targetText(
  { committees }: Pick<MunicipalReportContent, 'committees'>,
  { committeeId, businessAreaId }: Target,
): string {
  const committee = committees.find((one) => one.committeeId === committeeId);
  const area = committee?.finance.areas.find(({ areaId }) => areaId === businessAreaId);
  const where = businessAreaId === undefined ? LATER : (area?.name ?? businessAreaId);
  return `${committee?.committeeName ?? committeeId}, ${where}`;
}

function choice(target: Target, title: string): FieldChoice {
  return { title: shortened(title, LONGEST_TITLE), value: keyOf(target) };
}

function keyOf({ committeeId, businessAreaId = '' }: Target): string {
  return `${committeeId}${DIVIDER}${businessAreaId}`;
}
