import type { WordFacts } from './due-words.ts';
import type { SettledWord } from './report-word.ts';

type SettledFacts = Pick<WordFacts, 'standings' | 'records' | 'lastDeeds' | 'versions'>;

/** What has become of what a word that was sent is about; none while it still holds, and for words that ask for nothing. */
export function settledWord(variant: string, facts: SettledFacts): SettledWord | undefined {
  const [, of, about = ''] = /^(sign|sent-back|decide):(.+)$/su.exec(variant) ?? [];
  if (of === 'decide') return settledDecision(Number(about), facts);
  const [, committeeId, revision] = /^(.+):(\d+)$/su.exec(about) ?? [];
  if ((of !== 'sign' && of !== 'sent-back') || committeeId === undefined) return undefined;
  return settledDeed(of, committeeId, Number(revision), facts);
}

function settledDecision(version: number, { versions }: SettledFacts): SettledWord | undefined {
  const decision = versions.find(({ number }) => number === version)?.decision;
  if (decision) {
    const { date, paragraph, registrationNumber, outcome } = decision;
    return { of: 'decide', how: 'decided', decision: { date, paragraph, registrationNumber, outcome } };
  }
  const newest = versions.at(-1);
  return newest && newest.number > version ? { of: 'decide', how: 'compiled-anew', at: newest.compiledAt } : undefined;
}

function settledDeed(
  of: 'sign' | 'sent-back',
  committeeId: string,
  revision: number,
  { standings, records, lastDeeds }: SettledFacts,
): SettledWord | undefined {
  const standing = standings.find((one) => one.committeeId === committeeId);
  if (!standing) return undefined;
  const committee = { id: committeeId, name: standing.committeeName };
  const { signed } = standing;
  if (signed) return { of, committee, how: 'signed', by: signed.name, at: signed.at };
  const deed = lastDeeds.get(committeeId);
  if (!deed || deed.revision === revision) return undefined;
  const how = standing.state === 'sent-back' ? 'sent-back' : 'handed-in';
  const by = how === 'handed-in' ? (records.get(committeeId)?.handedIn?.name ?? deed.by.name) : deed.by.name;
  return { of, committee, how, by, at: deed.at.toISOString() };
}
