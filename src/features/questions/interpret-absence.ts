/** Somebody says that she is away, on days that are still as written (`v. 28–31`, or nothing), or that she is back. */
export type AbsenceSaid = { readonly kind: 'away'; readonly days: string } | { readonly kind: 'back' };

/** Why is nobody's business: it is not read, and not kept. */
const AWAY =
  /^(?:(?:jag|i am|i'm|i’m) )?(?:(?:är|ar|blir|ska vara|kommer vara|kommer att vara|har|tar) )?(?:borta|bortrest|frånvarande|franvarande|ledig|tjänstledig|föräldraledig|sjuk|(?:på |pa )?semester|away|on (?:leave|vacation|holiday))(?: (?<days>.+))?$/;
const BACK =
  /^(?:(?:nu )?(?:jag |är jag |i am |i'm |i’m ))?(?:är )?(?:tillbaka|åter|inte borta|back|not away)(?: (?:igen|nu|längre|again|now|any more))?$/;

/** Reads a tidied message about the writer's own absence; nothing when it is about something else. */
export function interpretAbsence(words: string): AbsenceSaid | undefined {
  if (BACK.test(words)) return { kind: 'back' };
  const away = AWAY.exec(words);
  return away ? { kind: 'away', days: away.groups?.days ?? '' } : undefined;
}
