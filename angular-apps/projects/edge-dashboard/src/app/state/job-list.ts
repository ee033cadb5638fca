import { Job, Page } from '../api/wire';

/** How many jobs are kept in the page; older ones are on the server. */
export const MOST_JOBS = 1_000;

export function hasEnded(job: Job): boolean {
  return job.status === 'completed' || job.status === 'failed';
}

function newestFirst(a: Job, b: Job): number {
  return Date.parse(b.submitted_at) - Date.parse(a.submitted_at);
}

/** The job as it is now; it does not fall behind what was shown, nor rise from its end. */
export function advanced(before: Job | undefined, now: Job): Job {
  if (before && hasEnded(before) && !hasEnded(now)) {
    return before;
  }
  return before && !hasEnded(now) && before.progress_pct > now.progress_pct
    ? { ...now, progress_pct: before.progress_pct }
    : now;
}

/** A single word of a job that says it waits, after one that it runs, was only late. */
function followed(before: Job, now: Job): Job {
  return before.status === 'processing' && now.status === 'queued' ? before : advanced(before, now);
}

/** The list with one job as it is now; without it where it was removed. */
export function withJob(jobs: readonly Job[], job: Job): readonly Job[] {
  const at = jobs.findIndex((other) => other.job_id === job.job_id);
  if (job.status === 'removed') {
    return at < 0 ? jobs : jobs.filter((_, i) => i !== at);
  }
  if (at >= 0) {
    return jobs.map((other, i) => (i === at ? followed(other, job) : other));
  }
  return [job, ...jobs].sort(newestFirst).slice(0, MOST_JOBS);
}

/** The newest page in the place of what was known of its span; older jobs stay. */
export function withNewest(jobs: readonly Job[], page: Page<Job>): readonly Job[] {
  const before = new Map(jobs.map((job) => [job.job_id, job]));
  const newest = page.items.map((job) => advanced(before.get(job.job_id), job));
  const oldest = page.items.at(-1);
  if (page.next === null || !oldest) {
    return newest;
  }
  const listed = new Set(newest.map((job) => job.job_id));
  const older = jobs.filter((job) => newestFirst(oldest, job) < 0 && !listed.has(job.job_id));
  return [...newest, ...older].slice(0, MOST_JOBS);
}

/** The list with an older page at its end. */
export function withOlder(jobs: readonly Job[], page: Page<Job>): readonly Job[] {
  const listed = new Set(jobs.map((job) => job.job_id));
  return [...jobs, ...page.items.filter((job) => !listed.has(job.job_id))].slice(0, MOST_JOBS);
}
