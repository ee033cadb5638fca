import { aJob } from '../testing/samples';
import { MOST_JOBS, advanced, withJob, withNewest, withOlder } from './job-list';

const at = (minute: number) => `2026-11-24T10:${String(minute).padStart(2, '0')}:00Z`;
const first = aJob({ job_id: 'a', submitted_at: at(1) });
const second = aJob({ job_id: 'b', submitted_at: at(2) });
const third = aJob({ job_id: 'c', submitted_at: at(3) });
const ids = (jobs: readonly { job_id: string }[]) => jobs.map((job) => job.job_id).join('');

describe('the list of jobs', () => {
  it('puts a new job at its place by time', () => {
    expect(ids(withJob([third, first], second))).toBe('cba');
  });

  it('changes a job in its place', () => {
    const jobs = withJob([second, first], aJob({ ...first, processed_frames: 99 }));
    expect(ids(jobs)).toBe('ba');
    expect(jobs[1]?.processed_frames).toBe(99);
  });

  it('drops a removed job, and ignores one that it never knew', () => {
    expect(ids(withJob([second, first], { ...second, status: 'removed' }))).toBe('a');
    expect(ids(withJob([first], { ...second, status: 'removed' }))).toBe('a');
  });

  it('lets no progress fall back', () => {
    expect(advanced(aJob({ progress_pct: 50 }), aJob({ progress_pct: 45 })).progress_pct).toBe(50);
    expect(advanced(aJob({ progress_pct: 50 }), aJob({ progress_pct: 55 })).progress_pct).toBe(55);
  });

  it('lets no job rise from its end', () => {
    const ended = aJob({ status: 'completed', progress_pct: 100 });
    expect(advanced(ended, aJob({ status: 'processing' })).status).toBe('completed');
  });

  it('takes a late word of waiting for what it is, but a whole list at its word', () => {
    const waits = aJob({ status: 'queued' });
    expect(withJob([aJob()], waits)[0]?.status).toBe('processing');
    expect(withNewest([aJob()], { items: [waits], next: null })[0]?.status).toBe('queued');
  });

  it('takes the newest page for its span and keeps what is older', () => {
    const older = aJob({ job_id: 'o', submitted_at: at(0) });
    const page = { items: [third, first], next: 'a' };
    expect(ids(withNewest([second, first, older], page))).toBe('cao');
  });

  it('drops all that a whole list does not name', () => {
    expect(ids(withNewest([third, second], { items: [second], next: null }))).toBe('b');
  });

  it('adds an older page once', () => {
    expect(ids(withOlder([third, second], { items: [second, first], next: null }))).toBe('cba');
  });

  it('is bounded', () => {
    const many = Array.from({ length: MOST_JOBS }, (_, i) => aJob({ job_id: `${i}` }));
    expect(withJob(many, third)).toHaveLength(MOST_JOBS);
    expect(withJob(many, third)[0]?.job_id).toBe('c');
    expect(withOlder(many, { items: [first], next: null })).toHaveLength(MOST_JOBS);
  });
});
