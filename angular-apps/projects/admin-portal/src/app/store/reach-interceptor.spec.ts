import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Reach } from './reach';
import { reachInterceptor } from './reach-interceptor';

describe('the reach of the server', () => {
  let reach: Reach;
  let http: HttpTestingController;

  beforeEach(() => {
    vi.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([reachInterceptor])),
        provideHttpClientTesting(),
      ],
    });
    reach = TestBed.inject(Reach);
    http = TestBed.inject(HttpTestingController);
    TestBed.inject(HttpClient)
      .get('/cameras')
      .subscribe({ error: () => undefined });
  });
  afterEach(() => vi.useRealTimers());

  const call = () => http.expectOne('/cameras');

  it('is unknown until something is known, then when it answered', () => {
    expect([reach.answers(), reach.lastAnswer()]).toEqual([null, null]);
    call().flush([]);
    expect([reach.answers(), reach.lastAnswer()]).toEqual([true, Date.now()]);
  });

  it('is there where the server refuses in its own words', () => {
    call().flush({ detail: 'Busy.' }, { status: 503, statusText: 'Busy' });
    expect(reach.answers()).toBe(true);
  });

  it('is not there where a proxy answers in its place', () => {
    call().flush('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' });
    expect([reach.answers(), reach.lastAnswer()]).toEqual([false, null]);
  });

  it('is not there where no answer comes within nine seconds', () => {
    vi.advanceTimersByTime(8_999);
    expect(reach.answers()).toBeNull();
    vi.advanceTimersByTime(1);
    expect(reach.answers()).toBe(false);
  });
});
