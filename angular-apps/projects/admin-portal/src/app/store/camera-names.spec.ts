import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { aCamera, anAnalytics } from '../testing/samples';
import { AnalyticsStore } from './analytics-store';
import { CameraNames } from './camera-names';
import { CameraStore } from './camera-store';

describe('CameraNames', () => {
  it('are of all that are known or were counted, each once, as people count', () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    const http = TestBed.inject(HttpTestingController);
    const { names } = TestBed.inject(CameraNames);
    expect(names()).toEqual([]);
    TestBed.inject(CameraStore).refresh();
    http.expectOne('/cameras').flush([aCamera({ camera_id: 'gate-10' }), aCamera()]);
    TestBed.inject(AnalyticsStore).refresh();
    http
      .expectOne(({ url }) => url === '/analytics')
      .flush(anAnalytics({ per_camera: { 'gate-9': 1, 'gate-1': 2 } }));
    expect(names()).toEqual(['gate-1', 'gate-9', 'gate-10']);
  });
});
