import { HttpClient, HttpEvent } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Observable } from 'rxjs';

/** A model that the coordinator has. */
export interface ShelfModel {
  readonly name: string;
  readonly sha256: string;
  readonly classes: readonly string[];
  /** Width and height of what it takes, such as `640x640`. */
  readonly input: string;
  /** As its file says; null where it says nothing, as for its source. */
  readonly licence: string | null;
  readonly source: string | null;
  readonly default_confidence: number;
  readonly in_use: boolean;
  /** What a frame took each worker lately, in ms. */
  readonly ms_by_worker: Readonly<Record<string, number>>;
  /** Whether it came with the build. */
  readonly bundled: boolean;
  readonly bytes: number;
  readonly added_at: string | null;
  /** Jobs that have not ended and go by it. */
  readonly running_jobs: number;
}

/** What a model costs on each worker, and how far it agrees with what a job found. */
export interface Measurement {
  readonly sha256: string;
  /** Whose findings of that job the agreement is with. */
  readonly compared_with: string | null;
  readonly job_id: string | null;
  readonly frames: number;
  /** F1 at IoU 0.5; null without a job. */
  readonly agreement: number | null;
  readonly ms_by_worker: Readonly<Record<string, number>>;
}

/** The calls of the coordinator that are about its models. */
@Injectable({ providedIn: 'root' })
export class ModelsApi {
  private readonly http = inject(HttpClient);

  all(): Observable<ShelfModel[]> {
    return this.http.get<ShelfModel[]>('/models');
  }

  /** Has the whole pool go by a model. */
  use(sha256: string): Observable<unknown> {
    return this.http.put('/model', { name: sha256 });
  }

  remove(sha256: string): Observable<unknown> {
    return this.http.delete(modelPath(sha256));
  }

  /**
   * Measures a model on every worker.
   *
   * @param jobId what its detections are compared with; null for nothing
   */
  measure(sha256: string, jobId: string | null): Observable<Measurement> {
    return this.http.post<Measurement>(
      `${modelPath(sha256)}/bench`,
      jobId === null ? {} : { job_id: jobId },
    );
  }

  /** Hands over a model's file; the coordinator proves it before it answers. */
  add(file: File, name: string): Observable<HttpEvent<ShelfModel>> {
    return this.http.post<ShelfModel>('/models', file, {
      params: name ? { name } : {},
      headers: { 'Content-Type': 'application/octet-stream' },
      reportProgress: true,
      observe: 'events',
    });
  }
}

function modelPath(sha256: string): string {
  return `/models/${encodeURIComponent(sha256)}`;
}
