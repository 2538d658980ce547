import type { Delivery, Ports } from '../../ports.ts';

/** What a person had typed in a form that shows this revision; a draft from before a newer answer is left aside. */
export async function savedTyping(
  { answers }: Pick<Ports, 'answers'>,
  { committeeId, period }: Pick<Delivery, 'committeeId' | 'period'>,
  revision: number,
  oid: string,
): Promise<Readonly<Record<string, string>>> {
  const draft = await answers.findDraft(committeeId, period, oid);
  return draft?.revision === revision ? draft.typed : {};
}
