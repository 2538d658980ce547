import assert from 'node:assert/strict';
import { hasPassed, readLadderStep } from '../../src/domain/ladder.ts';

describe('A step of the reminder ladder', () => {
  const phrases = {
    '2 working days before': { kind: 'reminder', workingDays: -2 },
    '1 working day before': { kind: 'reminder', workingDays: -1 },
    'on the due day': { kind: 'reminder', workingDays: 0 },
    '1 working day after': { kind: 'reminder', workingDays: 1 },
    '15 working days after': { kind: 'reminder', workingDays: 15 },
    '2 working days after: deputy too': { kind: 'deputy', workingDays: 2 },
    '4 working days after: committee approver is told': { kind: 'approver', workingDays: 4 },
  } as const;

  for (const [phrase, step] of Object.entries(phrases)) {
    it(`is read as the plan writes it: ${phrase}`, () => {
      assert.deepEqual(readLadderStep(phrase), step);
    });
  }

  it('has its time at eight in the morning of its day', () => {
    const step = { kind: 'reminder', workingDays: 0, on: '2026-11-13' } as const;
    const passed = (today: string, hour: number): boolean => hasPassed(step, { today, hour });

    assert.deepEqual(
      [passed('2026-11-12', 23), passed('2026-11-13', 7), passed('2026-11-13', 8), passed('2026-11-14', 0)],
      [false, false, true, true],
    );
  });
});
