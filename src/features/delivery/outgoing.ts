import type { Month } from '../../domain/period.ts';
import type { BundleItem, DeliveryKey, KnownConversation, RoundSettings } from '../../ports.ts';
import type { KnownPerson } from '../installation/know-person.ts';

/** A message that somebody should get, before anybody has claimed what it is about. */
export interface Outgoing {
  readonly period: Month;
  /** UPN in lower case. */
  readonly recipient: string;
  readonly items: readonly BundleItem[];
}

/** Where a message goes. */
export interface Addressee {
  readonly person: KnownPerson;
  readonly conversation: KnownConversation;
}

/** A committee's month: what is claimed together, under one mark. */
export interface Place {
  readonly committeeId: string;
  readonly period: Month;
}

export function nameOfPlace({ committeeId, period }: Place): string {
  return `${committeeId}|${period}`;
}

/** Names a line within its committee's month. */
export function nameOfLine({ kind, variant, recipient }: Pick<DeliveryKey, 'kind' | 'variant' | 'recipient'>): string {
  return `${kind}@${variant ?? ''}|${recipient.toLowerCase()}`;
}

/** The number of the rehearsal that a line belongs to; none for what is real. */
export function rehearsalOf({ variant }: Pick<DeliveryKey, 'variant'>): number | undefined {
  const [, number] = /^r(\d+)(?::|$)/.exec(variant ?? '') ?? [];
  return number === undefined ? undefined : Number(number);
}

/** Whether it may go out as the round is led now: nothing while it is paused, and in a rehearsal nothing but that one's own. */
export function mayGoOut({ items }: Pick<Outgoing, 'items'>, settings: RoundSettings | undefined): boolean {
  const rehearsal = settings?.rehearsal?.on ? settings.rehearsal.number : undefined;
  return !settings?.paused && items.every((item) => rehearsalOf(item) === rehearsal);
}

export function isRehearsed({ items }: Pick<Outgoing, 'items'>): boolean {
  return items.some((item) => rehearsalOf(item) !== undefined);
}
