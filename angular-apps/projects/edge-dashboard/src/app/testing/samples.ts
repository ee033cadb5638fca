import { ShelfModel } from '../api/models-api';
import {
  Alert,
  Attempt,
  FrameResult,
  Job,
  Ledger,
  SystemMetrics,
  Timeline,
  TimelineBucket,
  Worker,
} from '../api/wire';

/** What the server would say, for specs: each with what matters there. */
export function aJob(part: Partial<Job> = {}): Job {
  return {
    job_id: 'job-1',
    filename: 'street.mp4',
    size_bytes: 2_607_150,
    status: 'processing',
    submitted_at: '2026-11-24T10:00:00Z',
    started_at: '2026-11-24T10:00:01Z',
    completed_at: null,
    total_frames: 100,
    processed_frames: 40,
    failed_frames: 0,
    detections_found: 120,
    error: null,
    progress_pct: 40,
    fps: 10,
    models: ['5bd71f4d928f'],
    sample_fps: 5,
    cancelled: false,
    submitted_frames: 40,
    stalled: null,
    warning: null,
    ...part,
  };
}

export function aWorker(part: Partial<Worker> = {}): Worker {
  return {
    worker_id: 'worker-1',
    host: '127.0.0.1',
    port: 9001,
    hostname: 'edge',
    registered_at: '2026-11-24T10:00:00Z',
    capabilities: ['yolov8n'],
    frames_processed: 12,
    status: 'active',
    last_heartbeat: '2026-11-24T10:00:00Z',
    pending_frames: 1,
    avg_processing_ms: 80,
    max_in_flight: 2,
    circuit: 'closed',
    model: 'street',
    model_sha256: '5bd71f4d928f',
    provider: 'cpu',
    refusal: null,
    note: null,
    quarantined: false,
    last_error: null,
    ...part,
  };
}

export function aModel(part: Partial<ShelfModel> = {}): ShelfModel {
  return {
    name: 'coco',
    sha256: 'c0c0c0c0c0c0c0c0',
    classes: ['person', 'car'],
    input: '300x300',
    licence: 'Apache-2.0',
    source: 'npm',
    default_confidence: 0.3,
    in_use: true,
    ms_by_worker: { 'worker-1': 24.2 },
    bundled: true,
    bytes: 8_900_000,
    added_at: null,
    running_jobs: 0,
    ...part,
  };
}

/** One that somebody added and the pool does not go by. */
export function anAddedModel(part: Partial<ShelfModel> = {}): ShelfModel {
  return aModel({
    name: 'gate',
    sha256: '9a7e9a7e9a7e9a7e',
    licence: null,
    source: null,
    in_use: false,
    ms_by_worker: {},
    bundled: false,
    added_at: '2026-11-24T10:00:00Z',
    ...part,
  });
}

export function aFrame(part: Partial<FrameResult> = {}): FrameResult {
  const frame = {
    frame_id: 1,
    worker_id: 'worker-1',
    detections: [],
    object_counts: {},
    processing_time_ms: 50,
    received_at: '2026-11-24T10:00:00Z',
    status: 'completed' as const,
    job_id: 'job-1',
    frame_index: 0,
    media_time_ms: 0,
    attempts: 1,
    error: null,
    attempt_log: null,
  };
  return { ...frame, ...part };
}

export function aSeenFrame(frameId: number): FrameResult {
  const box = { x1: 0, y1: 0, x2: 10, y2: 10 };
  return aFrame({
    frame_id: frameId,
    detections: [{ label: 'car', confidence: 0.9, box }],
    object_counts: { car: 1 },
  });
}

export function anAttempt(part: Partial<Attempt> = {}): Attempt {
  return {
    worker_id: 'worker-1',
    started_at: '2026-11-24T10:00:00.100Z',
    ended_at: '2026-11-24T10:00:00.180Z',
    outcome: 'completed',
    reason: null,
    hedge: false,
    ...part,
  };
}

export function aLedger(part: Partial<Ledger> = {}): Ledger {
  return {
    balanced: true,
    submitted: 1_200,
    completed: 1_190,
    failed: 4,
    open: 6,
    duplicates_dropped: 3,
    hedged: 5,
    retried: 7,
    unbalanced: [],
    ...part,
  };
}

export function anAlert(part: Partial<Alert> = {}): Alert {
  return {
    alert_id: 1,
    worker_id: 'worker-1',
    frame_id: 7,
    timestamp: '2026-11-24T10:00:00Z',
    alert_labels: ['person', 'bus'],
    level: 'critical',
    message: 'A person and a bus are in the same frame.',
    count: 1,
    first_frame_id: 7,
    last_frame_id: 7,
    job_id: 'job-1',
    acknowledged_at: null,
    ...part,
  };
}

export function someMetrics(fps = 0): SystemMetrics {
  return {
    workers: { total: 1, active: 1, idle: 0, offline: 0 },
    queue: { pending: 3, inflight: 2, retry_count: 0, dropped_count: 0 },
    frames: { total: 10, fps },
    latency_ms: { avg_ms: 80, p95_ms: 120, samples: 10 },
    system_start_time: '2026-11-24T09:00:00Z',
  };
}

export function aBucket(part: Partial<TimelineBucket> = {}): TimelineBucket {
  return {
    from_ms: 0,
    to_ms: 1_000,
    frames: 5,
    failed: 0,
    detections: 10,
    object_counts: { car: 6, person: 4 },
    frame_id: 1,
    frame_index: 0,
    ...part,
  };
}

export function aTimeline(buckets: readonly TimelineBucket[]): Timeline {
  const counts: Record<string, number> = {};
  for (const bucket of buckets) {
    for (const [label, n] of Object.entries(bucket.object_counts)) {
      counts[label] = (counts[label] ?? 0) + n;
    }
  }
  return {
    job_id: 'job-1',
    from_ms: buckets[0]?.from_ms ?? 0,
    to_ms: buckets.at(-1)?.to_ms ?? 0,
    object_counts: counts,
    buckets,
  };
}
