import { type Contact, type Plan, sameUpn } from './plan.ts';

/** A list of them is divided by commas in a link. */
const WRITABLE = /^[^\s,;]+@[^\s,;]+$/u;

/**
 * Who is invited to a joint review, each once: for every committee who is asked first and who signs, then the controllers, then
 * the deputies. So nobody is missing for want of room before those who can be stood in for.
 * @param organiser UPN of who invites, who is there anyway
 */
export function reviewPeople(
  { contacts }: Pick<Plan, 'contacts'>,
  committeeIds: readonly string[],
  organiser: string,
): readonly string[] {
  const ofCommittees = committeeIds.flatMap((id) => contacts.filter(({ committeeId }) => committeeId === id));
  const isFirst = ({ role, order }: Contact): boolean =>
    role === 'committeeApprover' || (role === 'reporter' && order === 1);
  const inOrder = [
    ...ofCommittees.filter(isFirst),
    ...contacts.filter(({ role }) => role === 'controller'),
    ...ofCommittees.filter(({ role, order }) => role === 'reporter' && order !== 1),
  ];
  const upns = inOrder.map(({ upn }) => upn).filter((upn) => WRITABLE.test(upn) && !sameUpn(upn, organiser));
  return [...new Map(upns.toReversed().map((upn) => [upn.toLowerCase(), upn])).values()].toReversed();
}
