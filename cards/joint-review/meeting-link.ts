import { stockholmInstant, stockholmTime } from '../../src/domain/stockholm.ts';

/** A meeting that Teams is to open prefilled; nobody is invited before its organiser sends it. */
export interface Meeting {
  readonly subject: string;
  /** `2026-10-14`. */
  readonly day: string;
  /** `08:30` on Swedish clocks. */
  readonly startsAt: string;
  /** Plain text, one point on each line, the most important first. */
  readonly agenda: readonly string[];
  /** UPNs, those who matter most first. */
  readonly attendees: readonly string[];
}

export interface MeetingLink {
  readonly url: string;
  /** How many there was no room for in the link. */
  readonly attendeesLeftOut: number;
}

const NEW_MEETING = 'https://teams.microsoft.com/l/meeting/new';
const MINUTES = 90;
/** Teams and browsers cut longer links. */
const LONGEST = 1_999;
/** Of the link, so that a municipality with many people still has an agenda in its invitation. */
const MOST_ATTENDEES = 1_200;
const MORE = '… Resten av dagordningen finns i Styrmodellen.';
const LINE_BREAK = encodeURIComponent('\n');
const COMMA = ',';

/** A link that opens a new meeting in Teams with time, agenda and those who take part. Spaces are `%20`: Teams shows a plus as a plus. */
export function meetingLink({ subject, day, startsAt, agenda, attendees }: Meeting): MeetingLink {
  const starts = stockholmInstant(day, startsAt);
  const ends = new Date(starts.getTime() + MINUTES * 60_000);
  const start = [
    `${NEW_MEETING}?subject=${encode(subject)}`,
    `startTime=${encode(stockholmTime(starts))}`,
    `endTime=${encode(stockholmTime(ends))}`,
  ].join('&');
  const people = attendees.map(encode);
  const invited = asManyAs(people, COMMA.length, Math.min(MOST_ATTENDEES, LONGEST - start.length));
  const withPeople = invited.length === 0 ? start : `${start}&attendees=${invited.join(COMMA)}`;
  const content = agendaWithin(agenda, LONGEST - withPeople.length - '&content='.length);
  return {
    url: content === '' ? withPeople : `${withPeople}&content=${content}`,
    attendeesLeftOut: people.length - invited.length,
  };
}

/** Whole lines, and a last one that says when there are more. */
function agendaWithin(agenda: readonly string[], most: number): string {
  const lines = agenda.map(encode);
  const all = lines.join(LINE_BREAK);
  if (all.length <= most) return all;
  const more = encode(MORE);
  const kept = asManyAs(lines, LINE_BREAK.length, most - more.length - LINE_BREAK.length);
  return more.length > most ? '' : [...kept, more].join(LINE_BREAK);
}

/** The first so many that have room, with what stands between them. */
function asManyAs(parts: readonly string[], between: number, most: number): readonly string[] {
  let length = -between;
  const end = parts.findIndex((part) => {
    length += part.length + between;
    return length > most;
  });
  return end === -1 ? parts : parts.slice(0, end);
}

/** A half of a sign can't be encoded. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
