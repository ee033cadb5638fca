import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { LogDesk } from '../testing/log-desk';
import { event, events } from '../testing/samples';
import { DetectionLog, MOST_ENTRIES } from './detection-log';

describe('DetectionLog further back', () => {
  let desk: LogDesk;
  let log: DetectionLog;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    desk = new LogDesk();
    log = desk.log;
  });

  it('reads page after page, until the log begins', () => {
    desk.begin(events(9, 8), 'c8');
    log.loadOlder();
    expect(log.isSearching()).toBe(true);
    expect(desk.answer(events(7, 6), 'c6')).toBe('/detections?limit=200&cursor=c8');
    expect([desk.shown, log.isSearching()]).toEqual([[9, 8, 7, 6], false]);
    log.loadOlder();
    expect(desk.answer([event(5)])).toContain('cursor=c6');
    expect(log.hasOlder()).toBe(false);
    log.loadOlder();
    expect(desk.asked()).toEqual([]);
  });

  it('reads one page at a time, and none while the newest are read', () => {
    desk.begin(events(9, 8), 'c8');
    log.loadOlder();
    log.loadOlder();
    desk.answer([event(7)], 'c7');
    expect(desk.asked()).toEqual([]);
    log.refresh();
    log.loadOlder();
    desk.answer(events(9, 8), 'c8');
    expect(desk.asked()).toEqual([]);
  });

  it('goes on over pages without a match, ten at most', () => {
    desk.begin([], 'c0');
    log.loadOlder();
    for (let page = 1; page <= 10; page++) {
      expect(log.isSearching()).toBe(true);
      expect(desk.answer([], `c${page}`)).toContain(`cursor=c${page - 1}`);
    }
    expect([desk.asked(), log.isSearching(), log.hasOlder()]).toEqual([[], false, true]);
    log.loadOlder();
    desk.answer([], 'c11');
    desk.answer([event(1)], 'c12');
    expect([desk.asked(), desk.shown]).toEqual([[], [1]]);
  });

  it('ends its search where the log begins', () => {
    desk.begin([], 'c0');
    log.loadOlder();
    desk.answer([]);
    expect([desk.asked(), log.isSearching(), log.hasOlder()]).toEqual([[], false, false]);
  });

  it('drops the newest where it holds too many, and has them again at the top', () => {
    const dropped: number[] = [];
    log.dropped.subscribe((rows) => dropped.push(rows));
    desk.begin(events(MOST_ENTRIES + 100, 201), 'c');
    log.read(true);
    log.loadOlder();
    desk.answer(events(200, 1));
    expect(dropped).toEqual([100]);
    expect(log.entries()).toHaveLength(MOST_ENTRIES);
    expect([desk.shown?.[0], desk.shown?.at(-1)]).toEqual([MOST_ENTRIES, 1]);
    expect(log.news()).toEqual({ count: 0, isMore: true });
    log.read(false);
    desk.answer(events(MOST_ENTRIES + 100, MOST_ENTRIES + 1), 'c');
    expect([log.entries()?.length, log.news().isMore]).toEqual([100, false]);
  });

  it('does not take an older page of another filter', () => {
    desk.begin(events(9, 8), 'c8');
    log.loadOlder();
    const [older] = desk.asked();
    log.choose({ camera: 'gate-2', label: '' });
    expect([older?.cancelled, log.isSearching()]).toEqual([true, false]);
  });

  describe('after a reconnection', () => {
    beforeEach(() => {
      desk.begin(events(9, 8), 'c8');
      log.loadOlder();
      desk.answer(events(7, 6), 'c6');
      log.refresh();
    });

    it('keeps the older entries where the newest reach them', () => {
      desk.answer([event(11), event(10), event(9)], 'c9');
      expect(desk.shown).toEqual([11, 10, 9, 8, 7, 6]);
      log.loadOlder();
      expect(desk.answer([])).toContain('cursor=c6');
    });

    it('keeps them also where it had begun anew before', () => {
      log.choose({ camera: 'gate-1', label: '' });
      desk.answer(events(9, 8), 'c8');
      log.loadOlder();
      desk.answer(events(7, 6), 'c6');
      desk.begin([event(10), event(9)], 'c9');
      expect(desk.shown).toEqual([10, 9, 8, 7, 6]);
    });

    it('shows no log with a gap in it: it begins anew', () => {
      desk.answer(events(20, 19), 'c19');
      expect(desk.shown).toEqual([20, 19]);
      log.loadOlder();
      expect(desk.answer(events(18, 17))).toContain('cursor=c19');
    });

    it('shows what there is where the log became shorter', () => {
      desk.answer([event(9)]);
      expect([desk.shown, log.hasOlder()]).toEqual([[9], false]);
    });

    it('lets an older page that is on its way belong to what it continues', () => {
      const [newest] = desk.asked();
      newest?.flush([event(9), event(8)], { headers: { 'Next-Cursor': 'c8' } });
      log.loadOlder();
      log.refresh();
      const [older, again] = desk.asked();
      again?.flush(events(20, 19), { headers: { 'Next-Cursor': 'c19' } });
      expect([older?.cancelled, log.isSearching()]).toEqual([true, false]);
      expect(desk.shown).toEqual([20, 19]);
    });
  });

  it('leaves no hole at its end where the newest push it over its bound', () => {
    desk.begin(events(MOST_ENTRIES, 1), 'far');
    log.refresh();
    desk.answer(events(MOST_ENTRIES + 1, MOST_ENTRIES - 50), 'near');
    log.loadOlder();
    const oldest = desk.shown?.at(-1) ?? 0;
    expect(desk.answer([])).toContain(oldest === 1 ? 'cursor=far' : 'cursor=near');
    expect(oldest).toBe(MOST_ENTRIES - 50);
  });
});
