import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { aLedger } from '../testing/samples';
import { Connection } from './connection';
import { LedgerState } from './ledger-state';

describe('LedgerState', () => {
  let ledger: LedgerState;
  let http: HttpTestingController;

  beforeEach(() => {
    vi.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    ledger = TestBed.inject(LedgerState);
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => vi.useRealTimers());

  const ask = () => http.expectOne('/ledger');
  const connection = () => TestBed.inject(Connection).state();

  it('is read at once after a rest, then every two seconds at most, and once more at the end', () => {
    const asked: number[] = [];
    const start = performance.now();
    for (let ms = 0; ms < 5_000; ms += 100) {
      ledger.expectChange();
      vi.advanceTimersByTime(100);
      http.match('/ledger').forEach((request) => {
        asked.push(performance.now() - start);
        request.flush(aLedger());
      });
    }
    expect(asked.map((ms) => Math.floor(ms / 1_000))).toEqual([0, 2, 4]);
    vi.advanceTimersByTime(2_000);
    ask().flush(aLedger({ open: 0 }));
    expect(ledger.now()?.open).toBe(0);
    vi.advanceTimersByTime(60_000);
    http.expectNone('/ledger');
  });

  it('keeps what it knew where nobody answers', () => {
    ledger.refresh.run();
    ask().flush(aLedger());
    expect(connection()).toBe('online');
    ledger.refresh.run();
    ask().error(new ProgressEvent('error'));
    expect(connection()).toBe('offline');
    expect(ledger.now()?.submitted).toBe(1_200);
  });
});
