import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { NetworkState } from './network-state';

const TOTALS = { total_vehicles: 5, per_camera: { cam1: 5 }, type_distribution: { car: 5 } };

describe('NetworkState', () => {
  let network: NetworkState;
  let http: HttpTestingController;

  beforeEach(() => {
    vi.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    network = TestBed.inject(NetworkState);
    http = TestBed.inject(HttpTestingController);
    network.start();
  });
  afterEach(() => {
    network.stop();
    vi.useRealTimers();
  });

  const ask = () => http.expectOne('/admin-analytics');

  it('asks every ten seconds', () => {
    ask().flush(TOTALS);
    expect(network.totals()?.total_vehicles).toBe(5);
    vi.advanceTimersByTime(10_000);
    ask().flush({ ...TOTALS, total_vehicles: 6 });
    expect(network.totals()?.total_vehicles).toBe(6);
  });

  it('is not there without an admin server, and asks seldom', () => {
    ask().flush({ detail: 'no' }, { status: 503, statusText: 'Service Unavailable' });
    expect(network.totals()).toBeNull();
    expect(network.isAway()).toBe(false);
    vi.advanceTimersByTime(30_000);
    http.expectNone('/admin-analytics');
    vi.advanceTimersByTime(30_000);
    ask();
  });

  it('keeps its figures and says so where the admin server does not answer', () => {
    ask().flush(TOTALS);
    vi.advanceTimersByTime(10_000);
    ask().flush({ detail: 'no' }, { status: 502, statusText: 'Bad Gateway' });
    expect(network.isAway()).toBe(true);
    expect(network.totals()?.total_vehicles).toBe(5);
    vi.advanceTimersByTime(10_000);
    ask().flush(TOTALS);
    expect(network.isAway()).toBe(false);
  });

  it('rests when it is stopped', () => {
    ask().flush(TOTALS);
    network.stop();
    vi.advanceTimersByTime(60_000);
    http.expectNone('/admin-analytics');
  });
});
