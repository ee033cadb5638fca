import { aBucket, aTimeline } from '../testing/samples';
import {
  barWidth,
  bars,
  bucketAway,
  bucketOf,
  bucketText,
  fullestFrame,
  shownClasses,
} from './timeline-bars';

const empty = aBucket({
  from_ms: 1_000,
  to_ms: 2_000,
  frames: 0,
  failed: 2,
  detections: 0,
  object_counts: {},
  frame_id: null,
});
const full = aBucket({
  from_ms: 2_000,
  to_ms: 3_000,
  frames: 2,
  detections: 8,
  object_counts: { person: 8 },
  frame_id: 9,
});
const timeline = aTimeline([aBucket(), empty, full]);

describe('the bars of a timeline', () => {
  it('orders classes by how often they were seen', () => {
    expect(shownClasses(timeline)).toEqual(['person', 'car']);
  });

  it('are averages per frame, so that a span of fewer frames is no gap', () => {
    const [first, second, third] = bars(timeline);
    const height = (parts = first) => parts?.reduce((sum, part) => sum + part.height, 0);
    expect(height()).toBeCloseTo(0.5);
    expect(second).toEqual([]);
    expect(height(third)).toBeCloseTo(1);
  });

  it('stack their parts without a gap', () => {
    const [person, car] = bars(timeline)[0] ?? [];
    expect(person?.from).toBe(0);
    expect(car?.from).toBeCloseTo(person?.height ?? NaN);
    expect(car?.height).toBeCloseTo(0.3);
  });

  it('put rare classes together', () => {
    const counts = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`class ${i}`, 12 - i]));
    const many = aTimeline([aBucket({ detections: 78, object_counts: counts })]);
    const parts = bars(many)[0] ?? [];
    expect(parts).toHaveLength(9);
    expect(parts.at(-1)?.label).toBe('other classes');
    expect(parts.reduce((sum, part) => sum + part.height, 0)).toBeCloseTo(1);
  });

  it('are the thinner, the fewer of their frames were inferred', () => {
    const widths = [{}, { reused: 0 }, { reused: 1 }, { reused: 4 }, { reused: 5 }]
      .map((part) => barWidth(aBucket({ frames: 5, ...part })))
      .map((width) => Number(width.toFixed(3)));
    expect(widths).toEqual([0.82, 0.82, 0.716, 0.404, 0.3]);
    expect(barWidth(empty)).toBe(0.82);
  });

  it('are told in words', () => {
    expect(bucketText(aBucket())).toBe('0:00.0 to 0:01.0: 2 per frame, 10 detections in 5 frames');
    expect(bucketText(aBucket({ to_ms: 60_000, frames: 1, failed: 3, detections: 1 }))).toBe(
      '0:00 to 1:00: 1 per frame, 1 detection in 1 frame, 3 failed',
    );
    expect(bucketText(aBucket({ reused: 4, failed: 1 }))).toBe(
      '0:00.0 to 0:01.0: 2 per frame, 10 detections in 5 frames, 4 of them not inferred, 1 failed',
    );
    expect(bucketText(aBucket({ frames: 1, reused: 1, detections: 0 }))).toBe(
      '0:00.0 to 0:01.0: 0 per frame, 0 detections in 1 frame, not inferred',
    );
  });
});

describe('the way along a timeline', () => {
  it('steps over spans that have no frame to show', () => {
    expect(bucketAway(timeline, 0, 1)).toBe(2);
    expect(bucketAway(timeline, 2, -1)).toBe(0);
  });

  it('stays at its ends', () => {
    expect(bucketAway(timeline, 2, 1)).toBe(2);
    expect(bucketAway(timeline, 0, -10)).toBe(0);
    expect(bucketAway(aTimeline([aBucket(), empty]), 0, 10)).toBe(0);
  });

  it('finds the span of a frame by its time where it stands for none', () => {
    expect(bucketOf(timeline, 9, null)).toBe(2);
    expect(bucketOf(timeline, 7, 1_500)).toBe(1);
    expect(bucketOf(timeline, 7, 99_000)).toBe(2);
    expect(bucketOf(timeline, null, 0)).toBe(-1);
  });

  it('begins where most is seen', () => {
    expect(fullestFrame(timeline)).toBe(1);
    expect(fullestFrame(aTimeline([empty]))).toBeNull();
  });
});
