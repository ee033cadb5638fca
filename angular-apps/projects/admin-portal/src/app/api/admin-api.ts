import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Observable, map } from 'rxjs';
import {
  AdminMetrics,
  Analytics,
  Camera,
  CameraAlert,
  CameraCommand,
  CommandAnswer,
  Detection,
} from './wire';

/** Which events of the log are asked for; empty stands for all. */
export interface LogFilter {
  readonly camera: string;
  readonly label: string;
}

/** One page of the log, the newest first, and where the next older one begins. */
export interface LogPage {
  readonly events: readonly Detection[];
  readonly next: string | null;
}

/** The calls of the admin server. */
@Injectable({ providedIn: 'root' })
export class AdminApi {
  private readonly http = inject(HttpClient);

  cameras(): Observable<readonly Camera[]> {
    return this.http.get<readonly Camera[]>('/cameras');
  }

  remove(cameraId: string): Observable<unknown> {
    return this.http.delete(`/cameras/${encodeURIComponent(cameraId)}`);
  }

  command(cameraId: string, command: CameraCommand): Observable<CommandAnswer> {
    return this.http.post<CommandAnswer>('/camera-control', { camera_id: cameraId, command });
  }

  analytics(bucket: string, since: Date, camera: string): Observable<Analytics> {
    const params = { bucket, since: since.toISOString(), ...(camera && { camera_id: camera }) };
    return this.http.get<Analytics>('/analytics', { params });
  }

  alerts(): Observable<readonly CameraAlert[]> {
    return this.http.get<readonly CameraAlert[]>('/camera-alerts');
  }

  acknowledge(alertId: number): Observable<unknown> {
    return this.http.post(`/camera-alerts/${alertId}/acknowledge`, null);
  }

  log(filter: LogFilter, limit: number, cursor: string | null): Observable<LogPage> {
    const params = { ...filterParams(filter), limit, ...(cursor && { cursor }) };
    return this.http
      .get<readonly Detection[]>('/detections', { params, observe: 'response' })
      .pipe(
        map((answer) => ({ events: answer.body ?? [], next: answer.headers.get('Next-Cursor') })),
      );
  }

  metrics(): Observable<AdminMetrics> {
    return this.http.get<AdminMetrics>('/metrics', { headers: { Accept: 'application/json' } });
  }
}

function filterParams(filter: LogFilter): Record<string, string> {
  return {
    ...(filter.camera && { camera_id: filter.camera }),
    ...(filter.label && { label: filter.label }),
  };
}

/** Where the whole log, as far as the filter lets it through, is downloaded. */
export function downloadUrl(filter: LogFilter, format: 'csv' | 'jsonl'): string {
  return `/detections?${new URLSearchParams({ ...filterParams(filter), format })}`;
}
