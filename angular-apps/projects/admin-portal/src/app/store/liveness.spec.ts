import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Liveness } from './liveness';

describe('Liveness', () => {
  let liveness: Liveness;
  let http: HttpTestingController;
  let deaths: number;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpTestingController);
    liveness = TestBed.inject(Liveness);
    deaths = 0;
    liveness.deaths.subscribe(() => deaths++);
  });

  const check = (events: number) => {
    liveness.check();
    http.expectOne('/metrics').flush({ events_total: events });
  };

  it('finds a connection dead that two checks in a row found silent', () => {
    check(1);
    check(2);
    expect(deaths).toBe(0);
    check(3);
    expect(deaths).toBe(1);
  });

  it('says so once, and then begins anew', () => {
    [1, 2, 3].forEach(check);
    [4, 5].forEach(check);
    expect(deaths).toBe(1);
    check(6);
    expect(deaths).toBe(2);
  });

  it('takes silence for life where nothing happened', () => {
    [5, 5, 5, 5].forEach(check);
    expect(deaths).toBe(0);
  });

  it('lets one check fall between the count and the message', () => {
    check(1);
    check(2);
    liveness.hear();
    check(3);
    check(4);
    expect(deaths).toBe(0);
    check(5);
    expect(deaths).toBe(1);
  });

  it('forgets what it knew with a new connection', () => {
    check(1);
    check(2);
    liveness.reset();
    check(3);
    check(4);
    expect(deaths).toBe(0);
  });

  it('judges nothing by an answer that did not come', () => {
    check(1);
    check(2);
    liveness.check();
    http.expectOne('/metrics').error(new ProgressEvent('error'));
    check(3);
    check(4);
    expect(deaths).toBe(0);
  });
});
