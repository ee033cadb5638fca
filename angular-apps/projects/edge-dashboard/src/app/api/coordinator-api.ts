import { HttpClient, HttpEvent, HttpResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Observable, map } from 'rxjs';
import {
  Alert,
  FrameResult,
  Job,
  Ledger,
  NetworkTotals,
  Page,
  ResultsSummary,
  SystemMetrics,
  Timeline,
  Worker,
} from './wire';

/** The form's fields that say how a video is looked at; absent is the server's default. */
export interface UploadOptions {
  readonly sample_fps?: string;
  readonly confidence?: string;
  readonly skip_still?: string;
  readonly tiles?: string;
  /** The name of one that the coordinator has. */
  readonly model?: string;
}

/** A link by which others see one frame. */
export interface FrameLink {
  readonly url: string;
  readonly expires_at: string;
}

/** What the server says of a video that it took. */
export type Accepted = Pick<Job, 'job_id' | 'filename' | 'size_bytes' | 'status'>;

/** The calls of the coordinator. */
@Injectable({ providedIn: 'root' })
export class CoordinatorApi {
  private readonly http = inject(HttpClient);
  /** Of this page: the server stops making a picture once its viewer asks for another. */
  private readonly viewer = Math.random().toString(36).slice(2);

  jobs(cursor?: string): Observable<Page<Job>> {
    return this.page<Job>('/jobs', cursor ? { cursor } : {});
  }

  job(id: string): Observable<Job> {
    return this.http.get<Job>(jobPath(id));
  }

  /** Cancels a job that runs or waits, removes one that ended. */
  deleteJob(id: string): Observable<unknown> {
    return this.http.delete(jobPath(id));
  }

  timeline(id: string, buckets: number): Observable<Timeline> {
    return this.http.get<Timeline>(`${jobPath(id)}/timeline`, { params: { buckets } });
  }

  /** The frames of a job after `cursor`, in video order. */
  jobFrames(
    id: string,
    query: { cursor?: string | number; limit?: number; state?: 'failed' },
  ): Observable<Page<FrameResult>> {
    return this.page<FrameResult>(`${jobPath(id)}/frames`, query);
  }

  frame(frameId: number): Observable<FrameResult> {
    return this.http.get<FrameResult>(`/results/frames/${frameId}`);
  }

  picture(jobId: string, frameId: number, annotated: boolean): Observable<Blob> {
    return this.http.get(`${jobPath(jobId)}/frames/${frameId}/image`, {
      params: { annotated, viewer: this.viewer },
      responseType: 'blob',
    });
  }

  /** Makes a link by which others see one frame. */
  shareFrame(jobId: string, frameId: number): Observable<FrameLink> {
    return this.http.post<FrameLink>(`${jobPath(jobId)}/frames/${frameId}/links`, {});
  }

  workers(): Observable<Worker[]> {
    return this.http.get<Worker[]>('/workers');
  }

  removeWorker(id: string): Observable<unknown> {
    return this.http.delete(`/workers/${encodeURIComponent(id)}`);
  }

  metrics(): Observable<SystemMetrics> {
    return this.http.get<SystemMetrics>('/metrics');
  }

  summary(): Observable<ResultsSummary> {
    return this.http.get<ResultsSummary>('/results/summary');
  }

  newestFrames(): Observable<FrameResult[]> {
    return this.http.get<FrameResult[]>('/results/frames');
  }

  alerts(): Observable<Alert[]> {
    return this.http.get<Alert[]>('/alerts');
  }

  /** Tells everybody that an alert was seen. */
  acknowledge(alertId: number): Observable<unknown> {
    return this.http.post(`/alerts/${alertId}/acknowledge`, null);
  }

  ledger(): Observable<Ledger> {
    return this.http.get<Ledger>('/ledger');
  }

  networkTotals(): Observable<NetworkTotals> {
    return this.http.get<NetworkTotals>('/admin-analytics');
  }

  upload(file: File, options: UploadOptions): Observable<HttpEvent<Accepted>> {
    const body = new FormData();
    Object.entries(options).forEach(([name, value]: [string, string]) => body.append(name, value));
    body.append('file', file, file.name);
    return this.http.post<Accepted>('/upload-video', body, {
      reportProgress: true,
      observe: 'events',
    });
  }

  /** Asks for the stream as a viewer does; errs where it is refused, never ends otherwise. */
  streamAnswer(jobId: string | null): Observable<HttpEvent<string>> {
    return this.http.get('/video-stream', {
      params: jobId === null ? {} : { job_id: jobId },
      responseType: 'text',
      observe: 'events',
      reportProgress: true,
    });
  }

  private page<T>(url: string, params: Record<string, string | number>): Observable<Page<T>> {
    return this.http
      .get<T[]>(url, { params, observe: 'response' })
      .pipe(map((response: HttpResponse<T[]>) => pageOf(response)));
  }
}

function pageOf<T>(response: HttpResponse<T[]>): Page<T> {
  return { items: response.body ?? [], next: response.headers.get('Next-Cursor') };
}

/** Where a job is found on the server. */
export function jobPath(id: string): string {
  return `/jobs/${encodeURIComponent(id)}`;
}
