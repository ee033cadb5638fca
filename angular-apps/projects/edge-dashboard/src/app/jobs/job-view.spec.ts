import { aJob } from '../testing/samples';
import {
  framesText,
  isUnbalanced,
  jobSeconds,
  jobState,
  paceText,
  remark,
  reusedText,
  secondsLeft,
  submittedText,
} from './job-view';

const STARTED = Date.parse('2026-11-24T10:00:01Z');
const LATER = STARTED + 20_000;

describe('a job in words', () => {
  it('tells a cancelled job from a failed one', () => {
    expect(jobState(aJob({ status: 'failed' })).label).toBe('failed');
    expect(jobState(aJob({ status: 'failed', cancelled: true })).label).toBe('cancelled');
  });

  it('says how long is left once the rate is steady', () => {
    expect(secondsLeft(aJob({ fps: 10 }), LATER)).toBe(6);
    expect(paceText(aJob({ fps: 10 }), LATER)).toBe('10 frames/s, 6 s left');
  });

  it.each([
    ['too early', aJob(), STARTED + 1_000],
    ['too few frames', aJob({ processed_frames: 3 }), LATER],
    ['no rate', aJob({ fps: 0 }), LATER],
  ])('does not guess: %s', (_, job, now) => {
    expect(secondsLeft(job, now)).toBeNull();
    expect(paceText(job, now)).toBe('measuring its rate');
  });

  it('rounds long times so that they stand still', () => {
    const job = aJob({ total_frames: 1_000, processed_frames: 17, fps: 7 });
    expect(secondsLeft(job, LATER)).toBe(140);
    expect(secondsLeft({ ...job, fps: 7.05 }, LATER)).toBe(140);
  });

  it('has no pace where it does not run', () => {
    expect(paceText(aJob({ status: 'queued' }), LATER)).toBe('waits for its turn');
    expect(paceText(aJob({ status: 'completed' }), LATER)).toBe('');
  });

  it('measures to its end, or to now', () => {
    expect(jobSeconds(aJob(), LATER)).toBe(20);
    expect(jobSeconds(aJob({ completed_at: '2026-11-24T10:00:11Z' }), LATER)).toBe(10);
    expect(jobSeconds(aJob({ started_at: null }), LATER)).toBeNull();
  });

  it('names failed frames, and no total where there is none', () => {
    expect(framesText(aJob({ failed_frames: 2 }))).toBe('40 of 100, 2 failed');
    expect(framesText(aJob({ total_frames: 0, processed_frames: 0 }))).toBe('0');
  });

  it('tells the frames that show nothing new', () => {
    expect(reusedText(aJob({ reused_frames: 1_254 }))).toBe('1,254 not inferred');
    expect(reusedText(aJob({ reused_frames: 0 }))).toBe('');
    expect(reusedText(aJob())).toBe('');
  });

  it('calls the frames of a cancelled job cancelled, not failed', () => {
    const job = aJob({
      status: 'failed',
      cancelled: true,
      failed_frames: 60,
      submitted_frames: 100,
    });
    expect(framesText(job)).toBe('40 of 100, 60 cancelled');
    expect(submittedText(job)).toBe('100 = 40 completed + 60 cancelled');
  });

  it('says why nothing moves, and nothing of its rate then', () => {
    const job = aJob({ stalled: 'No worker can infer.' });
    expect(remark(job)).toEqual({ tone: 'wait', text: 'No worker can infer.' });
    expect(paceText(job, LATER)).toBe('');
    expect(remark({ ...job, status: 'completed' })).toBeNull();
  });

  it.each([
    [aJob({ status: 'completed', warning: 'A second track.' }), 'wait', 'A second track.'],
    [aJob({ status: 'completed', error: 'It ends early.' }), 'wait', 'It ends early.'],
    [aJob({ status: 'failed', error: 'It is empty.' }), 'fail', 'It is empty.'],
  ] as const)('has a remark: %#', (job, tone, text) => {
    expect(remark(job)).toEqual({ tone, text });
  });

  it('has none where all is well or somebody cancelled it', () => {
    expect(remark(aJob({ stalled: undefined, warning: undefined }))).toBeNull();
    expect(remark(aJob({ status: 'failed', cancelled: true, error: 'cancelled' }))).toBeNull();
  });

  it('counts every submitted frame once, also those that are still open', () => {
    const running = aJob({ submitted_frames: 50, failed_frames: 3 });
    expect(submittedText(running)).toBe('50 = 40 completed + 3 failed + 7 open');
    const done = aJob({ status: 'completed', submitted_frames: 43, failed_frames: 3 });
    expect(submittedText(done)).toBe('43 = 40 completed + 3 failed');
    expect([running, done].map(isUnbalanced)).toEqual([false, false]);
  });

  it.each([
    ['too few at its end', aJob({ status: 'completed', submitted_frames: 41 })],
    ['too many while it runs', aJob({ submitted_frames: 39 })],
  ])('says where frames do not add up: %s', (_, job) => {
    expect(submittedText(job)).toContain(' ≠ 40 completed + 0 failed');
    expect(isUnbalanced(job)).toBe(true);
  });
});
