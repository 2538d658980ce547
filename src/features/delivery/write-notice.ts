import { stockholmDate } from '../../domain/stockholm.ts';
import type { WorkItem } from '../../domain/work-item.ts';
import type { BundleItem, Delivery, Notice, Ports, WorkList } from '../../ports.ts';
import { REHEARSED_PROMPT } from '../outcomes/find-prompt.ts';
import { isRehearsed } from './outgoing.ts';
import type { PreparedMessage } from './prepare-messages.ts';
import { insteadOf, workItem } from './work-items.ts';
import type { WorkingLedger } from './working-ledgers.ts';

type NoticePorts = Pick<Ports, 'clock' | 'installLink'>;

/** A message whose lines have been claimed, with the ledgers that they stand in. */
export interface Claimed {
  readonly prepared: PreparedMessage;
  readonly deliveries: readonly Delivery[];
  /** By committee. */
  readonly ledgers: ReadonlyMap<string, WorkingLedger>;
}

/** What the message says: the form itself when it is about nothing else, and otherwise a list of what could be claimed. */
export function noticeOf(ports: NoticePorts, claimed: Claimed): Notice {
  const [only, ...more] = claimed.deliveries;
  return only?.kind === 'prompt' && more.length === 0 ? formNotice(claimed, only) : listNotice(ports, claimed);
}

/** In place of a form that Teams found too large: where to open it. */
export function shortNoticeOf(ports: NoticePorts, claimed: Claimed): Notice {
  return listNotice(ports, claimed, (item) => (item.kind === 'prompt' ? { ...item, kind: 'too-large' } : item));
}

function formNotice({ prepared, ledgers }: Claimed, delivery: Delivery): Notice {
  const { outgoing, addressee, round, prompts } = prepared;
  const { committeeId, id: promptId } = delivery;
  const loaded = prompts.get(committeeId);
  if (!loaded) throw new Error('A form was claimed whose questions were not loaded');
  const draft = ledgers.get(committeeId)?.drafts.get(addressee.person.oid);
  // Nothing is stored yet: what is typed against an answer belongs to that answer.
  const typed = draft?.revision === 0 && !isRehearsed(outgoing) ? draft.typed : {};
  const form = {
    ...{ prompt: loaded.prompt, revision: 0, typed },
    promptId: isRehearsed(outgoing) ? REHEARSED_PROMPT : promptId,
    ...insteadOf(round.plan, committeeId, outgoing.recipient),
    ...(delivery.replaces ? { replacesEarlier: true } : {}),
    ...rehearsalFor(prepared),
  };
  return { kind: 'monthly-prompt', form };
}

function listNotice(
  { clock, installLink }: NoticePorts,
  { prepared, deliveries, ledgers }: Claimed,
  adapt: (item: WorkItem) => WorkItem = (item) => item,
): Notice {
  const { outgoing, round, tried } = prepared;
  const items = deliveries.map((delivery) => {
    const ledger = ledgers.get(delivery.committeeId);
    if (!ledger) throw new Error('A line was claimed in a ledger that was not read');
    const item = workItem(round, ledger, outgoing.recipient, delivery);
    const people = delivery.kind === 'unreachable' ? tried.get(delivery.committeeId) : undefined;
    return adapt(people ? { ...item, tried: people } : item);
  });
  const list: WorkList = {
    ...{ period: outgoing.period, today: stockholmDate(clock.now()), items },
    ...(deliveries.some(({ replaces }) => replaces) ? { replacesEarlier: true } : {}),
    ...rehearsalFor(prepared),
    ...(installLink === undefined ? {} : { installLink }),
  };
  return { kind: 'work-list', list };
}

function rehearsalFor({ outgoing }: PreparedMessage): { readonly rehearsalFor?: string } {
  return isRehearsed(outgoing) ? { rehearsalFor: outgoing.recipient } : {};
}

/** What the rows of one message are told of each other. */
export function bundleOf(deliveries: readonly BundleItem[]): readonly BundleItem[] {
  return deliveries.length < 2
    ? []
    : deliveries.map(({ committeeId, kind, variant }) => ({
        ...{ committeeId, kind },
        ...(variant === undefined ? {} : { variant }),
      }));
}
