import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { LogDesk } from '../testing/log-desk';
import { aDetection, event, events } from '../testing/samples';
import { DetectionBatch } from './detection-batch';
import { DetectionLog, MOST_ENTRIES } from './detection-log';

describe('DetectionLog', () => {
  let desk: LogDesk;
  let log: DetectionLog;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    desk = new LogDesk();
    log = desk.log;
  });

  it('shows nothing until the first answer, then its page', () => {
    log.refresh();
    expect(log.entries()).toBeNull();
    expect(desk.answer(events(2, 1), 'c')).toBe('/detections?limit=100');
    expect(desk.shown).toEqual([2, 1]);
    expect(log.hasOlder()).toBe(true);
  });

  it('adds at the top what is heard, at its place by time', () => {
    desk.begin([event(5), event(2)]);
    log.hear([event(3), event(6)]);
    expect(desk.shown).toEqual([6, 5, 3, 2]);
    expect(log.entries()?.[0]?.total).toBe(3);
  });

  it('puts the later one of the same moment first', () => {
    desk.begin([]);
    log.hear([event(1), event(1, { event_id: 'e11' })]);
    log.hear([event(1, { event_id: 'e12' })]);
    expect(desk.shown).toEqual([12, 11, 1]);
  });

  it('leaves late events to the older pages that they belong to', () => {
    desk.begin(events(9, 5), 'c');
    log.hear([event(4), event(5, { event_id: 'e55' }), event(6, { event_id: 'e66' })]);
    expect(desk.shown).toEqual([9, 8, 7, 66, 6, 55, 5]);
  });

  it('lists late events at its end where there are no older pages', () => {
    desk.begin(events(9, 8));
    log.hear([event(4)]);
    expect(desk.shown).toEqual([9, 8, 4]);
  });

  it('lists what is heard during an answer once', () => {
    log.refresh();
    log.hear([event(2), event(3)]);
    log.hear([event(4)]);
    desk.answer([event(3), event(2), event(1)]);
    expect(desk.shown).toEqual([4, 3, 2, 1]);
    desk.begin([event(9)]);
    expect(desk.shown).toEqual([9]);
  });

  it('lists once what was still being gathered when the answer came', () => {
    const batch = TestBed.inject(DetectionBatch);
    batch.batches.subscribe((detections) => log.hear(detections));
    log.refresh();
    batch.add(event(2));
    desk.answer(events(2, 1));
    batch.flush();
    expect(desk.shown).toEqual([2, 1]);
  });

  it('lists once an event that is told after the answer that holds it', () => {
    desk.begin(events(2, 1));
    log.hear([event(2), event(3)]);
    expect(desk.shown).toEqual([3, 2, 1]);
  });

  it('begins anew where more is heard than it holds', () => {
    desk.begin(events(MOST_ENTRIES, 1), 'far');
    log.hear([event(MOST_ENTRIES + 1)]);
    expect(log.entries()).toHaveLength(MOST_ENTRIES);
    expect(desk.shown?.[0]).toBe(MOST_ENTRIES + 1);
    desk.answer(events(MOST_ENTRIES + 1, MOST_ENTRIES - 9), 'near');
    expect(log.entries()).toHaveLength(11);
    log.loadOlder();
    expect(desk.answer([])).toContain('cursor=near');
  });

  describe('where a call fails', () => {
    it('says why, keeps what it shows, and forgets it with the next answer', () => {
      desk.begin(events(2, 1));
      log.refresh();
      desk.fail();
      expect(log.error()).toBe('The database is busy.');
      expect(desk.shown).toEqual([2, 1]);
      log.refresh();
      desk.answer(events(2, 1));
      expect(log.error()).toBe('');
    });

    it('does not lose what was heard meanwhile', () => {
      desk.begin(events(2, 1));
      log.refresh();
      log.hear([event(3)]);
      desk.fail();
      expect(desk.shown).toEqual([3, 2, 1]);
      desk.begin([event(9)]);
      expect(desk.shown).toEqual([9]);
    });

    it('may try an older page again', () => {
      desk.begin(events(2, 1), 'c');
      log.loadOlder();
      desk.fail();
      expect(log.isSearching()).toBe(false);
      expect(log.hasOlder()).toBe(true);
      log.loadOlder();
      expect(desk.answer([event(0)])).toContain('cursor=c');
      expect([log.error(), desk.shown]).toEqual(['', [2, 1, 0]]);
    });
  });

  describe('with a filter', () => {
    const cars = { camera: 'gate-2', label: 'car' };

    it('asks for what the filter lets through, and shows nothing until it is there', () => {
      desk.begin(events(2, 1), 'c');
      log.choose(cars);
      expect([log.entries(), log.hasOlder(), log.filter()]).toEqual([null, false, cars]);
      expect(desk.answer([event(1)])).toBe('/detections?camera_id=gate-2&label=car&limit=100');
      expect(desk.shown).toEqual([1]);
    });

    it('takes no notice of the answer to the filter before, or of what was heard meanwhile', () => {
      log.refresh();
      log.hear([event(7)]);
      log.choose(cars);
      desk.answer([event(1)]);
      expect(desk.shown).toEqual([1]);
    });

    it('adds only what it lets through', () => {
      log.choose(cars);
      log.hear([event(2, { camera_id: 'gate-2' }), event(3)]);
      desk.answer([]);
      log.hear([
        event(4, { camera_id: 'gate-2', object_counts: { bus: 1 } }),
        event(5, { camera_id: 'gate-2' }),
        aDetection(),
      ]);
      expect(desk.shown).toEqual([5, 2]);
    });

    it('begins at the top, also where the user had scrolled down, and stays paused', () => {
      desk.begin(events(2, 1));
      log.read(true);
      log.choose({ camera: '', label: 'car' });
      desk.answer([event(2)]);
      log.hear([event(3)]);
      expect(desk.shown).toEqual([3, 2]);
      log.pause(true);
      log.choose({ camera: '', label: 'bus' });
      desk.answer([event(3)]);
      log.hear([event(4)]);
      expect([desk.shown, log.news().count]).toEqual([[3], 1]);
    });
  });
});
