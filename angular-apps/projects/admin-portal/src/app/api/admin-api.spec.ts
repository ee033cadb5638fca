import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { aDetection } from '../testing/samples';
import { AdminApi, LogPage, downloadUrl } from './admin-api';

const SINCE = new Date('2026-11-24T09:00:00Z');
const ALL = { camera: '', label: '' };

describe('AdminApi', () => {
  let api: AdminApi;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    api = TestBed.inject(AdminApi);
    http = TestBed.inject(HttpTestingController);
  });

  it('asks for the series of all cameras, or of the one that is chosen', () => {
    const since = SINCE.toISOString();
    api.analytics('minute', SINCE, '').subscribe();
    http.expectOne(`/analytics?bucket=minute&since=${since}`);
    api.analytics('day', SINCE, 'gate 1&2').subscribe();
    http.expectOne(`/analytics?bucket=day&since=${since}&camera_id=gate%201%262`);
  });

  it('reads the log page by page', () => {
    let page: LogPage | undefined;
    api.log(ALL, 100, null).subscribe((answer) => (page = answer));
    http
      .expectOne('/detections?limit=100')
      .flush([aDetection()], { headers: { 'Next-Cursor': 'c1' } });
    expect(page).toEqual({ events: [aDetection()], next: 'c1' });
    api.log({ camera: 'gate-1', label: 'car' }, 200, 'c1').subscribe((answer) => (page = answer));
    http.expectOne('/detections?camera_id=gate-1&label=car&limit=200&cursor=c1').flush([]);
    expect(page).toEqual({ events: [], next: null });
  });

  it('names a camera in the address as it is', () => {
    api.remove('gate/1 ä').subscribe();
    http.expectOne({ method: 'DELETE', url: '/cameras/gate%2F1%20%C3%A4' });
  });

  it('sends a command to a camera', () => {
    api.command('gate-1', 'restart').subscribe();
    const { request } = http.expectOne({ method: 'POST', url: '/camera-control' });
    expect(request.body).toEqual({ camera_id: 'gate-1', command: 'restart' });
  });

  it('wants the metrics as JSON, which has another default', () => {
    api.metrics().subscribe();
    expect(http.expectOne('/metrics').request.headers.get('Accept')).toBe('application/json');
  });
});

describe('a download of the log', () => {
  it('is of everything, or of what the filter lets through', () => {
    expect(downloadUrl(ALL, 'csv')).toBe('/detections?format=csv');
    expect(downloadUrl({ camera: 'gate 1', label: 'car&bus' }, 'jsonl')).toBe(
      '/detections?camera_id=gate+1&label=car%26bus&format=jsonl',
    );
  });
});
