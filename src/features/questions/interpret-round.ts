/** What those who lead rounds ask for: where the round is, what a day would bring (as written, or nothing), all that has been sent. */
export type RoundAsked =
  | { readonly kind: 'round' }
  | { readonly kind: 'dry-run'; readonly day: string }
  | { readonly kind: 'round-ledger' };

const ROUND =
  /^(?:(?:visa|se|show) )?(?:(?:läget|laget|läge|lage|status)(?: (?:i|för|for))? )?(?:the )?(?:rundan|runda|uppföljningsrundan|round)$/;
const DRY_RUN =
  /^(?:provkör|provkor|provkörning|torrkör|dry run)(?: (?:av )?(?:the )?(?:rundan|runda|round))?(?: (?<day>.+))?$/;
const LEDGER = /^(?:(?:visa|se|show) )?(?:rundans |the )?(?:liggaren|liggare|ledger)$/;

/** Reads a tidied message about a round; nothing when it is about something else. */
export function interpretRound(words: string): RoundAsked | undefined {
  if (ROUND.test(words)) return { kind: 'round' };
  if (LEDGER.test(words)) return { kind: 'round-ledger' };
  const dryRun = DRY_RUN.exec(words);
  return dryRun ? { kind: 'dry-run', day: dryRun.groups?.day ?? '' } : undefined;
}
