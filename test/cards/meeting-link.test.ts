import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Meeting, meetingLink } from '../../cards/joint-review/meeting-link.ts';

const review: Meeting = {
  subject: 'Gemensam genomgång delårsrapport januari–augusti 2026',
  ...{ day: '2026-10-14', startsAt: '08:30' },
  agenda: ['- Barn- och utbildningsnämnden: underskott 7,5 mnkr', '- Socialnämnden: svar på formuläret & attest'],
  attendees: ['rapportor.bun@styrmodell.example', 'chef.bun@styrmodell.example'],
};

/** What Teams reads out of a link, as the browser decodes it. */
function readBack(url: string): Record<string, string> {
  const parts = url
    .slice(url.indexOf('?') + 1)
    .split('&')
    .map((part) => part.split('='));
  return Object.fromEntries(parts.map(([name = '', value = '']) => [name, decodeURIComponent(value)]));
}

describe('The link that opens a joint review’s meeting in Teams', () => {
  it('carries the subject, ninety minutes with the right offset, the agenda and the people', () => {
    const { url, attendeesLeftOut } = meetingLink(review);

    assert.ok(url.startsWith('https://teams.microsoft.com/l/meeting/new?subject='));
    assert.deepEqual(readBack(url), {
      subject: review.subject,
      startTime: '2026-10-14T08:30:00+02:00',
      endTime: '2026-10-14T10:00:00+02:00',
      attendees: review.attendees.join(','),
      content: review.agenda.join('\n'),
    });
    assert.equal(attendeesLeftOut, 0);
  });

  it('writes spaces as %20 and the offset’s plus as %2B, because Teams takes a plus as it stands', () => {
    const { url } = meetingLink(review);

    assert.doesNotMatch(url, /[+ ]/);
    assert.match(url, /startTime=2026-10-14T08%3A30%3A00%2B02%3A00/);
  });

  it('has the offset of each end, also when the clocks go back during the meeting or the night before', () => {
    const ends = (day: string, startsAt: string) => {
      const { startTime, endTime } = readBack(meetingLink({ ...review, day, startsAt }).url);
      return [startTime, endTime];
    };

    assert.deepEqual(ends('2026-10-26', '08:30'), ['2026-10-26T08:30:00+01:00', '2026-10-26T10:00:00+01:00']);
    assert.deepEqual(ends('2026-10-25', '02:30'), ['2026-10-25T02:30:00+02:00', '2026-10-25T03:00:00+01:00']);
    assert.deepEqual(ends('2026-12-31', '23:00'), ['2026-12-31T23:00:00+01:00', '2027-01-01T00:30:00+01:00']);
  });

  it('says how many there was no room for, and that the agenda goes on elsewhere', () => {
    const attendees = Array.from({ length: 80 }, (_, at) => `rapportor.nummer.${at}@styrmodell.example`);
    const agenda = Array.from({ length: 60 }, (_, at) => `- Nämnd nummer ${at}: underskott 7,5 mnkr å ä ö`);

    const { url, attendeesLeftOut } = meetingLink({ ...review, attendees, agenda });

    const read = readBack(url);
    const invited = read.attendees?.split(',') ?? [];
    assert.deepEqual(invited, attendees.slice(0, invited.length));
    assert.equal(invited.length + attendeesLeftOut, 80);
    assert.ok(invited.length > 20);
    assert.match(read.content ?? '', /^- Nämnd nummer 0: .*\n[\s\S]*… Resten av dagordningen finns i Styrmodellen\.$/);
    assert.ok(url.length < 2_000, `${url.length}`);
  });

  it('has neither people nor agenda when there are none', () => {
    const { url } = meetingLink({ ...review, agenda: [], attendees: [] });

    assert.deepEqual(Object.keys(readBack(url)), ['subject', 'startTime', 'endTime']);
  });

  it('stays below 2 000 characters whatever is written, and nothing in it becomes another part of the link', () => {
    const text = fc.string({ unit: 'binary', maxLength: 400 });
    const people = fc.array(fc.emailAddress(), { maxLength: 60 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 40 }), people, (agenda, attendees) => {
        const { url, attendeesLeftOut } = meetingLink({ ...review, agenda, attendees });

        assert.ok(url.length < 2_000);
        const read = readBack(url);
        assert.ok(Object.keys(read).every((name) => /^(?:subject|startTime|endTime|attendees|content)$/.test(name)));
        const invited = read.attendees === undefined ? [] : read.attendees.split(',');
        assert.equal(invited.length + attendeesLeftOut, attendees.length);
      }),
    );
  });
});
