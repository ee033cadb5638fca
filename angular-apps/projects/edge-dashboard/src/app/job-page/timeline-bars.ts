import { classColour, decimal, fineMediaTime, mediaTime, whole } from 'shared';
import { Timeline, TimelineBucket } from '../api/wire';

/** Classes that have a colour of their own in a bar; the rest is one part. */
const MOST_CLASSES = 8;
export const REST = 'other classes';
/** Spans from here on are told in whole seconds. */
const COARSE_MS = 5_000;
const REST_COLOUR = '#8c96c6';

/** Shares of a column: a bar whose frames were all inferred, and one of which none was. */
const WIDEST = 0.82;
const THINNEST = 0.3;

/** A part of a bar, in shares of the highest bar from its foot. */
export interface BarPart {
  readonly label: string;
  readonly colour: string;
  readonly from: number;
  readonly height: number;
}

/** The most frequent classes of a timeline, each with its colour. */
export function shownClasses(timeline: Timeline): readonly string[] {
  return Object.entries(timeline.object_counts)
    .sort(([a, n], [b, m]) => m - n || a.localeCompare(b))
    .slice(0, MOST_CLASSES)
    .map(([label]) => label);
}

/** Detections per frame: spans of a video do not all hold the same number of frames. */
function average(bucket: TimelineBucket): number {
  return bucket.frames > 0 ? bucket.detections / bucket.frames : 0;
}

/**
 * How wide a span's bar is, in shares of its column: the thinner, the more of its frames were not
 * inferred.
 */
export function barWidth({ frames, reused = 0 }: TimelineBucket): number {
  return frames > 0 ? WIDEST - (WIDEST - THINNEST) * (reused / frames) : WIDEST;
}

/** The highest bar, in detections per frame. */
export function highestAverage(timeline: Timeline): number {
  return Math.max(0, ...timeline.buckets.map(average));
}

/** The parts of every bar, one per class that it holds. */
export function bars(timeline: Timeline): readonly (readonly BarPart[])[] {
  const classes = shownClasses(timeline);
  const highest = highestAverage(timeline);
  return timeline.buckets.map((bucket) => partsOf(bucket, classes, highest));
}

function partsOf(
  bucket: TimelineBucket,
  classes: readonly string[],
  highest: number,
): readonly BarPart[] {
  const counts = classes.map((label) => ({ label, count: bucket.object_counts[label] ?? 0 }));
  const rest = bucket.detections - counts.reduce((sum, { count }) => sum + count, 0);
  const share = bucket.detections > 0 ? average(bucket) / highest / bucket.detections : 0;
  let from = 0;
  return [...counts, { label: REST, count: Math.max(0, rest) }]
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => {
      const part = {
        label,
        colour: label === REST ? REST_COLOUR : classColour(label),
        from,
        height: count * share,
      };
      from += part.height;
      return part;
    });
}

/** `0:07 to 0:08: 2.4 per frame, 12 detections in 5 frames, 4 of them not inferred, 1 failed` */
export function bucketText(bucket: TimelineBucket, lostWord = 'failed'): string {
  const time = bucket.to_ms - bucket.from_ms < COARSE_MS ? fineMediaTime : mediaTime;
  const span = `${time(bucket.from_ms)} to ${time(bucket.to_ms)}`;
  const reused = reusedText(bucket);
  const failed = bucket.failed > 0 ? `, ${whole(bucket.failed)} ${lostWord}` : '';
  const frames = bucket.frames === 1 ? '1 frame' : `${whole(bucket.frames)} frames`;
  const detections =
    bucket.detections === 1 ? '1 detection' : `${whole(bucket.detections)} detections`;
  return `${span}: ${decimal(average(bucket))} per frame, ${detections} in ${frames}${reused}${failed}`;
}

function reusedText({ frames, reused = 0 }: TimelineBucket): string {
  if (reused === 0) {
    return '';
  }
  return frames === 1 ? ', not inferred' : `, ${whole(reused)} of them not inferred`;
}

/** The next bucket with a frame to show, `step` away or further; the same where there is none. */
export function bucketAway(timeline: Timeline, from: number, step: number): number {
  const last = timeline.buckets.length - 1;
  const direction = Math.sign(step);
  let at = Math.min(last, Math.max(0, from + step));
  while (at >= 0 && at <= last) {
    if (timeline.buckets[at]?.frame_id != null) {
      return at;
    }
    at += direction;
  }
  return from;
}

/** The bucket of a frame: the one it stands for, else the one of its place in the video. */
export function bucketOf(
  timeline: Timeline,
  frameId: number | null,
  mediaMs: number | null,
): number {
  const own = timeline.buckets.findIndex((bucket) => bucket.frame_id === frameId);
  if (frameId === null || own >= 0 || mediaMs === null) {
    return frameId === null ? -1 : own;
  }
  const within = timeline.buckets.findIndex((bucket) => mediaMs < bucket.to_ms);
  return within >= 0 ? within : timeline.buckets.length - 1;
}

/** The frame with the most detections of all: what is shown before anybody chose. */
export function fullestFrame(timeline: Timeline): number | null {
  return (
    timeline.buckets.reduce<TimelineBucket | null>(
      (best, bucket) =>
        bucket.frame_id !== null && bucket.detections > (best?.detections ?? -1) ? bucket : best,
      null,
    )?.frame_id ?? null
  );
}
