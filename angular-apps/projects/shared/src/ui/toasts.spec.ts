import { TestBed } from '@angular/core/testing';
import { Toast, Toasts } from './toasts';

const toast = (subject: string, text = ''): Toast => ({
  subject,
  text,
  tone: 'ok',
  title: subject,
});

describe('Toasts', () => {
  let toasts: Toasts;
  const subjects = () => toasts.shown().map((shown) => shown.subject);

  beforeEach(() => {
    vi.useFakeTimers();
    toasts = TestBed.inject(Toasts);
  });

  afterEach(() => vi.useRealTimers());

  it('are three at most, the oldest go first', () => {
    ['a', 'b', 'c', 'd'].forEach((subject) => toasts.show(toast(subject)));
    expect(subjects()).toEqual(['b', 'c', 'd']);
  });

  it('take the place of one of the same subject', () => {
    ['a', 'b'].forEach((subject) => toasts.show(toast(subject)));
    toasts.show(toast('a', 'anew'));
    expect(subjects()).toEqual(['b', 'a']);
    expect(toasts.shown().at(-1)?.text).toBe('anew');
  });

  it('go by themselves, failures later', () => {
    toasts.show(toast('good'));
    toasts.show({ ...toast('bad'), tone: 'fail' });
    vi.advanceTimersByTime(7_000);
    expect(subjects()).toEqual(['bad']);
    vi.advanceTimersByTime(9_000);
    expect(subjects()).toEqual([]);
  });

  it('that were replaced do not take their successor with them', () => {
    toasts.show(toast('a', 'old'));
    vi.advanceTimersByTime(5_000);
    toasts.show(toast('a', 'new'));
    vi.advanceTimersByTime(2_000);
    expect(subjects()).toEqual(['a']);
  });

  it('stay while the user is at them', () => {
    toasts.show(toast('a'));
    toasts.hold(true);
    vi.advanceTimersByTime(20_000);
    expect(subjects()).toEqual(['a']);
    toasts.hold(false);
    vi.advanceTimersByTime(6_000);
    expect(subjects()).toEqual([]);
  });
});
