import { Detection } from '../api/wire';
import { event, events } from '../testing/samples';
import { DetectionBatch } from './detection-batch';

describe('DetectionBatch', () => {
  let batch: DetectionBatch;
  let passed: (readonly Detection[])[];
  const sizes = () => passed.map((detections) => detections.length);

  beforeEach(() => {
    vi.useFakeTimers();
    passed = [];
    batch = new DetectionBatch();
    batch.batches.subscribe((detections) => passed.push(detections));
  });
  afterEach(() => vi.useRealTimers());

  it('passes on what came in a fifth of a second, in the order that it came in', () => {
    batch.add(event(1));
    vi.advanceTimersByTime(150);
    batch.add(event(2));
    expect(passed).toEqual([]);
    vi.advanceTimersByTime(50);
    expect(passed).toEqual([[event(1), event(2)]]);
  });

  it('waits anew for each gathering', () => {
    for (const n of [1, 2, 3, 4]) {
      batch.add(event(n));
      vi.advanceTimersByTime(50);
    }
    batch.add(event(5));
    vi.advanceTimersByTime(199);
    expect(sizes()).toEqual([4]);
    vi.advanceTimersByTime(1);
    expect(sizes()).toEqual([4, 1]);
  });

  it('passes on each once, and nothing where nothing came', () => {
    batch.add(event(1));
    vi.advanceTimersByTime(1_000);
    batch.add(event(2));
    vi.advanceTimersByTime(1_000);
    expect(sizes()).toEqual([1, 1]);
    batch.flush();
    expect(sizes()).toEqual([1, 1]);
  });

  it('does not wait with very many', () => {
    events(500, 1).forEach((one) => batch.add(one));
    expect(sizes()).toEqual([500]);
    vi.advanceTimersByTime(1_000);
    expect(sizes()).toEqual([500]);
  });

  it('passes on at once when it is told to', () => {
    batch.add(event(1));
    batch.flush();
    expect(sizes()).toEqual([1]);
    vi.advanceTimersByTime(150);
    batch.add(event(2));
    vi.advanceTimersByTime(150);
    expect(sizes()).toEqual([1]);
    vi.advanceTimersByTime(50);
    expect(sizes()).toEqual([1, 1]);
  });
});
