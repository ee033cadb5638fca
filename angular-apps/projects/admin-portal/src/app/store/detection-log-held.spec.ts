import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { LogDesk } from '../testing/log-desk';
import { event, events } from '../testing/samples';
import { DetectionLog, MOST_HELD } from './detection-log';

const oldestFirst = (newest: number, oldest: number) => [...events(newest, oldest)].reverse();

describe('DetectionLog while the user reads or pauses', () => {
  let desk: LogDesk;
  let log: DetectionLog;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    desk = new LogDesk();
    log = desk.log;
    desk.begin(events(2, 1), 'c');
  });

  it('holds back what is heard while it is paused, and goes on with it', () => {
    log.pause(true);
    log.hear([event(3)]);
    log.hear([event(4), event(5)]);
    expect(desk.shown).toEqual([2, 1]);
    expect(log.news()).toEqual({ count: 3, isMore: false });
    log.pause(false);
    expect(desk.shown).toEqual([5, 4, 3, 2, 1]);
    expect(log.news()).toEqual({ count: 0, isMore: false });
    expect(desk.asked()).toEqual([]);
  });

  it('holds it back while the user is further down, and goes on at the top', () => {
    log.read(true);
    log.hear([event(3)]);
    expect(desk.shown).toEqual([2, 1]);
    log.read(false);
    expect(desk.shown).toEqual([3, 2, 1]);
  });

  it('stays paused where the user comes back to the top', () => {
    log.read(true);
    log.pause(true);
    log.hear([event(3)]);
    log.read(false);
    expect([desk.shown, log.isPaused()]).toEqual([[2, 1], true]);
  });

  it('is live again with a jump', () => {
    log.pause(true);
    log.read(true);
    log.hear([event(3)]);
    log.jump();
    expect([desk.shown, log.isPaused()]).toEqual([[3, 2, 1], false]);
    log.hear([event(4)]);
    expect(desk.shown).toEqual([4, 3, 2, 1]);
  });

  it('holds so many, and no more', () => {
    log.pause(true);
    log.hear(oldestFirst(MOST_HELD + 2, 3));
    expect(log.news()).toEqual({ count: MOST_HELD, isMore: false });
    log.hear([event(5_000)]);
    expect(log.news()).toEqual({ count: MOST_HELD, isMore: true });
    expect(desk.shown).toEqual([2, 1]);
  });

  it('reads the newest anew where it could not hold all', () => {
    log.pause(true);
    log.hear(oldestFirst(MOST_HELD + 3, 3));
    log.pause(false);
    expect(log.news()).toEqual({ count: 0, isMore: false });
    expect(desk.answer(events(1_003, 904), 'new')).toBe('/detections?limit=100');
    expect(desk.shown?.slice(0, 2)).toEqual([1_003, 1_002]);
    expect(log.entries()).toHaveLength(100);
    log.loadOlder();
    expect(desk.answer([])).toContain('cursor=new');
  });

  it('reads the newest anew later where that failed', () => {
    log.pause(true);
    log.hear(oldestFirst(MOST_HELD + 3, 3));
    log.pause(false);
    desk.fail();
    expect(desk.shown).toEqual([2, 1]);
    log.refresh();
    desk.answer(events(1_003, 904), 'new');
    expect(log.entries()).toHaveLength(100);
  });

  it('holds what was heard during an answer, where a pause began meanwhile', () => {
    log.refresh();
    log.hear([event(3)]);
    log.pause(true);
    desk.answer(events(2, 1), 'c');
    expect([desk.shown, log.news().count]).toEqual([[2, 1], 1]);
  });

  it('keeps what was heard while a call failed among what it holds', () => {
    log.pause(true);
    log.refresh();
    log.hear([event(3)]);
    desk.fail();
    expect([desk.shown, log.news().count]).toEqual([[2, 1], 1]);
  });

  describe('without push', () => {
    beforeEach(() => log.pause(true));

    it('finds the news in each answer, once', () => {
      log.refresh();
      desk.answer(events(4, 1), 'c');
      log.refresh();
      desk.answer(events(5, 1), 'c');
      expect(log.news()).toEqual({ count: 3, isMore: false });
      log.pause(false);
      expect(desk.shown).toEqual([5, 4, 3, 2, 1]);
    });

    it('knows of a gap where an answer does not reach what it has', () => {
      log.refresh();
      desk.answer(events(9, 5), 'c');
      expect(log.news()).toEqual({ count: 5, isMore: true });
      log.pause(false);
      desk.answer(events(9, 5), 'c');
      expect(desk.shown).toEqual([9, 8, 7, 6, 5]);
    });

    it('knows of no gap where an answer is the whole log', () => {
      log.refresh();
      desk.answer(events(9, 5));
      expect(log.news()).toEqual({ count: 5, isMore: false });
    });
  });
});
