import { z } from 'zod';
import type { ProvenActivity } from '../ports.ts';

/** How Teams hands on a file that somebody attached in a personal chat. */
const FILE = 'application/vnd.microsoft.teams.file.download.info';
const LONGEST_NAME = 120;

const Attachment = z.object({ contentType: z.string() });
const FileAttachment = z.object({ name: z.string(), content: z.object({ downloadUrl: z.string().min(1) }) });

/** What a message brings beside its words. */
export type IncomingFile =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly name: string; readonly downloadUrl: string }
  | { readonly kind: 'several' }
  /** A file that can't be fetched: Teams left something out. */
  | { readonly kind: 'unreadable' };

/** Pictures, and the HTML that Teams adds to ordinary messages, are no files. */
export function fileOf({ attachments }: ProvenActivity): IncomingFile {
  if (!Array.isArray(attachments)) return { kind: 'none' };
  const files = attachments.filter((given) => {
    const attachment = Attachment.safeParse(given);
    return attachment.success && attachment.data.contentType === FILE;
  });
  if (files.length === 0) return { kind: 'none' };
  if (files.length > 1) return { kind: 'several' };
  const file = FileAttachment.safeParse(files[0]);
  if (!file.success) return { kind: 'unreadable' };
  const { name, content } = file.data;
  return { kind: 'one', name: fileName(name), downloadUrl: content.downloadUrl };
}

/** As it can be shown and kept: one line, its end with the extension there. Never a path. */
export function fileName(given: string): string {
  const plain = given
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');
  const [, last = ''] = /([^/\\]*)$/.exec(plain) ?? [];
  const name = last.replace(/\s+/gu, ' ').trim();
  const signs = [...name];
  return signs.length <= LONGEST_NAME ? name : `${signs.slice(0, 100).join('')}…${signs.slice(-15).join('')}`;
}

/** By its name alone, so that nothing else is fetched. What it really is shows when it is read. */
export function mayBePlanFile(name: string): boolean {
  return /\.(xlsx|json)$/i.test(name);
}
