import { Injectable, computed, inject, signal } from '@angular/core';
import { Refresh, problemText } from 'shared';
import { Observable, Subject, tap } from 'rxjs';
import { AdminApi, LogFilter, LogPage } from '../api/admin-api';
import { without } from '../api/counts';
import { Detection } from '../api/wire';
import { DetectionBatch } from './detection-batch';
import { LogEntry, below, inOrder, logEntry, passes } from './log-entry';

export const MOST_ENTRIES = 5_000;
export const MOST_HELD = 1_000;
const PAGE = 100;
const OLDER_PAGE = 200;
/** How many pages without a match are read before the user is asked. */
const MOST_EMPTY_PAGES = 10;

/**
 * A window onto the event log: 5,000 entries at most, the newest first. While the user reads
 * further down or pauses, new events are held back (1,000 at most, then only known to be there).
 */
@Injectable({ providedIn: 'root' })
export class DetectionLog {
  private readonly api = inject(AdminApi);
  private readonly batch = inject(DetectionBatch);
  private readonly shown = signal<readonly LogEntry[] | null>(null);
  private readonly held = signal<readonly Detection[]>([]);
  /** Whether there is more news than is held. */
  private readonly isBehind = signal(false);
  private readonly cursor = signal<string | null>(null);
  private readonly chosen = signal<LogFilter>({ camera: '', label: '' });
  private readonly paused = signal(false);
  private readonly reading = signal(false);
  private readonly failure = signal('');
  private readonly searching = signal(false);
  private readonly dropping = new Subject<number>();

  private readonly newest = new Refresh(
    () => this.api.log(this.chosen(), PAGE, null).pipe(tap(() => this.batch.flush())),
    { take: (page) => this.takeNewest(page), fail: (error) => this.fail(error) },
  );
  private readonly older = new Refresh(
    () => this.api.log(this.chosen(), OLDER_PAGE, this.cursor()),
    { take: (page) => this.takeOlder(page), fail: (error) => this.fail(error) },
  );
  private during: readonly Detection[] = [];
  private isReplacing = false;
  private emptyPages = 0;

  /** `null` until the first answer. */
  readonly entries = this.shown.asReadonly();
  readonly filter = this.chosen.asReadonly();
  readonly isPaused = this.paused.asReadonly();
  readonly error = this.failure.asReadonly();
  readonly isSearching = this.searching.asReadonly();
  readonly hasOlder = computed(() => this.cursor() !== null);
  readonly news = computed(() => ({ count: this.held().length, isMore: this.isBehind() }));
  /** How many entries went from the top because the user reads at the far end. */
  readonly dropped: Observable<number> = this.dropping;

  refresh(): void {
    this.newest.run();
  }

  hear(detections: readonly Detection[]): void {
    const passing = detections.filter((detection) => passes(this.chosen(), detection));
    if (this.newest.isInFlight) {
      this.during = [...this.during, ...passing].slice(-MOST_HELD);
    } else if (passing.length > 0) {
      this.add(passing);
    }
  }

  choose(filter: LogFilter): void {
    this.chosen.set(filter);
    this.shown.set(null);
    this.cursor.set(null);
    this.reading.set(false);
    this.replace();
  }

  pause(isPaused: boolean): void {
    this.paused.set(isPaused);
    this.catchUp();
  }

  /** Whether the user has scrolled down to read. */
  read(isReading: boolean): void {
    this.reading.set(isReading);
    this.catchUp();
  }

  /** Back to the newest, live. */
  jump(): void {
    this.paused.set(false);
    this.read(false);
  }

  loadOlder(): void {
    if (this.cursor() && !this.older.isInFlight && !this.newest.isInFlight) {
      this.emptyPages = 0;
      this.searching.set(true);
      this.older.run();
    }
  }

  private isFollowing(): boolean {
    return !this.paused() && !this.reading();
  }

  private catchUp(): void {
    if (!this.isFollowing()) {
      return;
    }
    if (this.isBehind()) {
      this.replace();
    } else if (this.held().length > 0) {
      const held = this.held();
      this.held.set([]);
      this.add(held);
    }
  }

  /** Reads the newest entries in the place of all that are shown. */
  private replace(): void {
    this.older.stop();
    this.searching.set(false);
    this.isReplacing = true;
    this.held.set([]);
    this.isBehind.set(false);
    this.during = [];
    this.newest.restart();
  }

  private takeNewest(page: LogPage): void {
    const news = without(this.during, page.events);
    this.during = [];
    this.failure.set('');
    const entries = this.shown();
    if (entries === null || this.isReplacing) {
      this.isReplacing = false;
      this.shown.set(page.events.map(logEntry));
      this.cursor.set(page.next);
    } else if (this.isFollowing()) {
      this.renew(page, entries);
    } else {
      this.hold(page, entries);
    }
    this.add(news);
  }

  private renew(page: LogPage, entries: readonly LogEntry[]): void {
    const rest = (page.next !== null && below(entries, page.events)) || [];
    const fits = page.events.length + rest.length <= MOST_ENTRIES;
    if (rest.length === 0 || !fits) {
      this.older.stop();
      this.searching.set(false);
      this.cursor.set(page.next);
    }
    this.shown.set([...page.events.map(logEntry), ...(fits ? rest : [])]);
  }

  private hold(page: LogPage, entries: readonly LogEntry[]): void {
    const known = [...this.held(), ...entries];
    const news = without(page.events, known);
    const hasGap = page.next !== null && news.length === page.events.length;
    this.isBehind.update((was) => was || hasGap);
    this.add(news);
  }

  private add(detections: readonly Detection[]): void {
    if (detections.length === 0) {
      return;
    }
    if (!this.isFollowing()) {
      const held = [...detections, ...this.held()];
      this.isBehind.update((was) => was || held.length > MOST_HELD);
      this.held.set(held.slice(0, MOST_HELD));
      return;
    }
    const entries = this.shown() ?? [];
    const oldest = this.hasOlder() ? (entries.at(-1)?.at ?? -Infinity) : -Infinity;
    const known = new Set(entries.map(({ key }) => key));
    const fresh = detections.map(logEntry).filter(({ at, key }) => at >= oldest && !known.has(key));
    const all = inOrder([...fresh.reverse(), ...entries]);
    this.shown.set(all.slice(0, MOST_ENTRIES));
    if (all.length > MOST_ENTRIES) {
      this.replace();
    }
  }

  private takeOlder(page: LogPage): void {
    this.failure.set('');
    this.cursor.set(page.next);
    const all = [...(this.shown() ?? []), ...page.events.map(logEntry)];
    const excess = Math.max(0, all.length - MOST_ENTRIES);
    this.shown.set(all.slice(excess));
    if (excess > 0) {
      this.isBehind.set(true);
      this.dropping.next(excess);
    }
    const mayGoOn = page.events.length === 0 && ++this.emptyPages < MOST_EMPTY_PAGES;
    if (mayGoOn && page.next) {
      this.older.run();
    } else {
      this.searching.set(false);
    }
  }

  private fail(error: unknown): void {
    this.searching.set(false);
    this.failure.set(problemText(error));
    const missed = this.during;
    this.during = [];
    this.add(missed);
  }
}
