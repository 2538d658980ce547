import assert from 'node:assert/strict';
import type { SendOutcome } from '../../src/ports.ts';
import { TokenUnavailable } from '../../src/teams/connector.ts';
import { outcomeOfFailure } from '../../src/teams/send-outcome.ts';

const now = new Date('2026-11-05T08:00:00Z');

/** As the connector's library throws it. */
function answer(statusCode: number, code?: string, text = '', headers: Record<string, string> = {}): object {
  return {
    ...{ statusCode, ...(code === undefined ? {} : { body: { error: { code } } }) },
    response: { bodyAsText: text, headers: { get: (name: string) => headers[name] } },
  };
}

function outcome(error: object): SendOutcome {
  return outcomeOfFailure(error, now);
}

describe('What a failed call to Teams means', () => {
  for (const code of ['ConversationBlockedByUser', 'MessageWritesBlocked', 'BotNotInConversationRoster']) {
    it(`is that the person can’t be reached when it is 403 ${code}, wherever the code stands`, () => {
      const refused = { kind: 'refused', reason: code };

      assert.deepEqual(outcome(answer(403, code)), refused);
      assert.deepEqual(outcome(answer(403, undefined, `{"message":"{\\"subCode\\":\\"${code}\\"}"}`)), refused);
    });
  }

  it('is that writes are blocked when Teams says so by number (209)', () => {
    const text = '{"errorCode": 209, "message": "Thread is not writable"}';

    assert.deepEqual(outcome(answer(403, undefined, text)), { kind: 'refused', reason: 'MessageWritesBlocked' });
    assert.equal(outcome(answer(403, undefined, '{"errorCode": 2094}')).kind, 'waiting');
  });

  it('is that nobody can send anything when the bot is switched off or not accepted, or there is no token', () => {
    const waiting = { kind: 'waiting', stopsRun: true };

    assert.deepEqual(outcome(answer(403, 'BotDisabledByAdmin')), { ...waiting, reason: 'BotDisabledByAdmin' });
    assert.deepEqual(outcome(answer(401, 'BotNotRegistered')), { ...waiting, reason: 'BOT_NOT_ACCEPTED' });
    assert.deepEqual(outcome(new TokenUnavailable('none')), { ...waiting, reason: 'TOKEN_UNAVAILABLE' });
  });

  it('is not that the person is gone when a 403 says nothing of her', () => {
    for (const code of [undefined, 'ServiceError', 'Unknown'])
      assert.deepEqual(outcome(answer(403, code)), { kind: 'waiting', reason: 'UNKNOWN_403' });
  });

  it('is that the conversation is gone when it is 404, or the message that was to be changed', () => {
    assert.deepEqual(outcome(answer(404, 'ConversationNotFound')), { kind: 'refused', reason: 'CONVERSATION_GONE' });
    assert.deepEqual(outcome(answer(404)), { kind: 'refused', reason: 'CONVERSATION_GONE' });
    const message = 'ActivityNotFoundInConversation';
    assert.deepEqual(outcome(answer(404, message)), { kind: 'refused', reason: message });
  });

  it('is that the message is too large when it is 413', () => {
    assert.deepEqual(outcome(answer(413)), { kind: 'refused', reason: 'TOO_LARGE' });
  });

  it('is that it may come in about a second when the conversation is busy (412), not the same second for all', () => {
    const pauses = Array.from({ length: 20 }, () => {
      const busy = outcome(answer(412));
      assert.ok(busy.kind === 'waiting' && busy.reason === 'BUSY');
      return busy.retryAfterMs ?? 0;
    });

    assert.ok(Math.min(...pauses) >= 1_000 && Math.max(...pauses) <= 1_500);
    assert.ok(new Set(pauses).size > 1);
  });

  it('is that it has to wait as long as Teams says when there is too much (429): seconds, a date, or nothing', () => {
    const headers: readonly (readonly [string | undefined, number | undefined])[] = [
      ['12', 12_000],
      ['1.5', 1_500],
      ['Thu, 05 Nov 2026 08:00:30 GMT', 30_000],
      ['soon', undefined],
      [undefined, undefined],
    ];
    for (const [header, retryAfterMs] of headers) {
      const given = header === undefined ? {} : { 'retry-after': header };
      const expected = {
        kind: 'waiting',
        reason: 'THROTTLED',
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      };

      assert.deepEqual(outcome(answer(429, undefined, '', given)), expected, header);
    }
  });

  it('is that it waits a second at least and an hour at most, whatever stands there: nobody is forgotten for days', () => {
    const headers: readonly (readonly [string, number])[] = [
      ['0', 1_000],
      ['Thu, 05 Nov 2026 07:00:00 GMT', 1_000],
      ['86400', 3_600_000],
      ['9'.repeat(400), 3_600_000],
      ['Fri, 05 Nov 2027 08:00:00 GMT', 3_600_000],
    ];
    for (const [header, retryAfterMs] of headers) {
      const expected = { kind: 'waiting', reason: 'THROTTLED', retryAfterMs };

      assert.deepEqual(outcome(answer(429, undefined, '', { 'retry-after': header })), expected, header);
    }
  });

  it('is not known when Teams failed, or took it with an answer that can’t be read, or the line broke', () => {
    for (const status of [500, 502, 503, 504, 408]) assert.equal(outcome(answer(status)).kind, 'ambiguous');
    assert.deepEqual(outcome(answer(200)), { kind: 'ambiguous', reason: 'UNREADABLE_ANSWER' });
    assert.deepEqual(outcome({ code: 'ECONNRESET' }), { kind: 'ambiguous', reason: 'ECONNRESET' });
    assert.deepEqual(outcome(new Error('?')), { kind: 'ambiguous', reason: 'NO_ANSWER' });
  });

  it('is that nothing left when there was no line', () => {
    for (const code of ['ECONNREFUSED', 'ENOTFOUND'])
      assert.deepEqual(outcome({ code }), { kind: 'waiting', reason: code });
  });
});
