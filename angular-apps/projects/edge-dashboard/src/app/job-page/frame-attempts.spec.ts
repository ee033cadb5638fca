import { TestBed } from '@angular/core/testing';
import { Attempt } from '../api/wire';
import { aFrame, anAttempt } from '../testing/samples';
import { attemptMs, attemptsText } from './attempt-view';
import { FrameAttempts } from './frame-attempts';

const DIED = anAttempt({ outcome: 'died', reason: 'worker-1 did not answer in time' });
const LATE = anAttempt({ worker_id: 'worker-2', outcome: 'overtaken', ended_at: null });
const HEDGE = anAttempt({ worker_id: 'worker-3', hedge: true });

describe('FrameAttempts', () => {
  function show(attempts: readonly Attempt[]): HTMLElement[] {
    const fixture = TestBed.createComponent(FrameAttempts);
    fixture.componentRef.setInput('attempts', attempts);
    fixture.detectChanges();
    return [...(fixture.nativeElement as HTMLElement).querySelectorAll('li')];
  }

  const part = (row: HTMLElement | undefined, name: string) =>
    row?.querySelector(name)?.textContent.trim();

  it('says who had the frame, how long, and what came of it', () => {
    const rows = show([DIED, LATE, HEDGE]);
    expect(rows.map((row) => part(row, '.worker'))).toEqual(['worker-1', 'worker-2', 'worker-3']);
    expect(rows.map((row) => part(row, '.took'))).toEqual(['80 ms', 'still out', '80 ms']);
    expect(rows.map((row) => part(row, 'ui-state'))).toEqual([
      'broke off',
      'overtaken',
      'completed',
    ]);
  });

  it('gives the reason, and tells a hedge', () => {
    const rows = show([DIED, anAttempt(), HEDGE]);
    expect(part(rows[0], '.remark')).toBe('worker-1 did not answer in time');
    expect(rows[1]?.querySelector('.remark')).toBeNull();
    expect(part(rows[2], '.remark')).toContain('second worker because the first was slow');
  });
});

describe('an attempt in words', () => {
  it('took no time below zero', () => {
    expect(attemptMs(anAttempt({ ended_at: '2026-11-24T09:59:59Z' }))).toBe(0);
    expect(attemptMs(LATE)).toBeNull();
  });

  it('is one of several, told in a line', () => {
    const frame = aFrame({ attempt_log: [DIED, HEDGE] });
    expect(attemptsText(frame)).toBe('worker-1 broke off, worker-3 completed');
    expect(attemptsText(aFrame())).toBe('');
  });
});
