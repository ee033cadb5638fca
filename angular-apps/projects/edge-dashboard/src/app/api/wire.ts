/** The words of the coordinator, as `docs/api.md` has them. */

export type JobStatus = 'queued' | 'processing' | 'completed' | 'failed' | 'removed';

/** An uploaded video and how far it is. */
export interface Job {
  readonly job_id: string;
  readonly filename: string;
  readonly size_bytes: number;
  readonly status: JobStatus;
  readonly submitted_at: string;
  readonly started_at: string | null;
  readonly completed_at: string | null;
  readonly total_frames: number;
  readonly processed_frames: number;
  readonly failed_frames: number;
  readonly detections_found: number;
  readonly error: string | null;
  readonly progress_pct: number;
  readonly fps: number;
  readonly models: readonly string[];
  /** The model that it goes by from its submission on; null of a job of before. */
  readonly model_name?: string | null;
  readonly model_sha256?: string | null;
  readonly sample_fps: number;
  readonly cancelled: boolean;
  /** Frames taken from the video so far. */
  readonly submitted_frames: number;
  /** Why nothing moves; null while it does. */
  readonly stalled?: string | null;
  /** What was wrong or left out although it completed. */
  readonly warning?: string | null;
  /** How its video reaches the workers; null before that is known. */
  readonly mode?: 'pieces' | 'frames' | null;
  /** Why it goes by single frames; null where it goes by pieces. */
  readonly mode_reason?: string | null;
  /** Which frames are not inferred since they show nothing new: `off`, `safe`, `fast` or a number. */
  readonly skip_still?: string;
  /** Into how many parts frames are cut, as asked for, `auto` too, and as it is done: `3x2`. */
  readonly tiles?: string;
  readonly tiles_taken?: string | null;
  /** Completed without inference: they show nothing new. */
  readonly reused_frames?: number;
}

/** A member of the pool. */
export interface Worker {
  readonly worker_id: string;
  readonly host: string;
  readonly port: number;
  readonly hostname: string;
  readonly registered_at: string;
  readonly capabilities: readonly string[];
  readonly frames_processed: number;
  /** Pieces of video that it has; their frames are pending. */
  readonly pending_pieces?: number;
  /** Pieces of video that it did whole; none of one that takes single frames. */
  readonly pieces_processed?: number;
  readonly status: 'active' | 'idle' | 'offline' | 'removed';
  readonly last_heartbeat: string;
  readonly pending_frames: number;
  readonly avg_processing_ms: number;
  readonly max_in_flight: number;
  /** Frames that it is given at the same time: it earns them, up to what it takes. */
  readonly places?: number;
  /** Its frames that another did as well, and those of them in which the two differed. */
  readonly spot_checks?: number;
  readonly disagreements?: number;
  /** What it was found to have wrong; null for nothing. */
  readonly last_disagreement?: string | null;
  readonly circuit: 'closed' | 'open' | 'half_open';
  readonly model: string | null;
  readonly model_sha256: string | null;
  readonly provider: string | null;
  readonly refusal: string | null;
  readonly note: string | null;
  /** Its answers cannot be believed. */
  readonly quarantined: boolean;
  /** Why its last frame failed; null where that is over. */
  readonly last_error?: string | null;
}

/** What was seen, how surely, and where: corners in pixels of the frame. */
export interface Detection {
  readonly label: string;
  readonly confidence: number;
  readonly box: {
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
  };
}

export type Counts = Readonly<Record<string, number>>;

export type Outcome =
  'completed' | 'declined' | 'failed' | 'died' | 'gone' | 'cancelled' | 'overtaken';

/** One sending of a frame to a worker; `ended_at` is null where it was still out at the end. */
export interface Attempt {
  readonly worker_id: string;
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly hedge: boolean;
}

/** What became of one frame. */
export interface FrameResult {
  readonly frame_id: number;
  readonly worker_id: string | null;
  readonly detections: readonly Detection[];
  readonly object_counts: Counts;
  readonly processing_time_ms: number;
  readonly received_at: string | null;
  readonly status: 'pending' | 'completed' | 'failed';
  readonly job_id: string | null;
  readonly frame_index: number | null;
  readonly media_time_ms: number | null;
  readonly attempts: number;
  readonly error: string | null;
  /** Pixels of the frame as displayed; null where it is not known. */
  readonly width?: number | null;
  readonly height?: number | null;
  /** The frame that was inferred in its place, since this one shows nothing new. */
  readonly reused_from?: number | null;
  /** How much it differs from that one where it differs most, 0 to 1. */
  readonly change?: number | null;
  /** Only where frames are read for themselves, not in the log or in a push. */
  readonly attempt_log: readonly Attempt[] | null;
}

/** Something a person should look at. */
export interface Alert {
  readonly alert_id?: number;
  readonly worker_id: string;
  readonly frame_id: number;
  readonly timestamp: string;
  readonly alert_labels: readonly string[];
  readonly level: 'info' | 'warning' | 'critical';
  readonly message: string;
  readonly count: number;
  readonly first_frame_id: number;
  readonly last_frame_id: number;
  readonly job_id: string | null;
  /** When somebody said that it was seen. */
  readonly acknowledged_at?: string | null;
}

/** The coordinator's figures of this moment. */
export interface SystemMetrics {
  readonly workers: {
    readonly total: number;
    readonly active: number;
    readonly idle: number;
    readonly offline: number;
  };
  readonly queue: {
    readonly pending: number;
    readonly inflight: number;
    readonly retry_count: number;
    readonly dropped_count: number;
  };
  readonly frames: { readonly total: number; readonly fps: number };
  readonly latency_ms: {
    readonly avg_ms: number;
    readonly p95_ms: number;
    readonly samples: number;
  };
  readonly system_start_time: string;
  /** The job that the stream shows where none was chosen. */
  readonly stream_job_id?: string | null;
}

/** A job whose frames do not add up. */
export interface UnbalancedJob {
  readonly job_id: string;
  readonly submitted: number;
  readonly completed: number;
  readonly failed: number;
}

/** Every frame of all jobs once: submitted = completed + failed + open. */
export interface Ledger {
  readonly balanced: boolean;
  readonly submitted: number;
  readonly completed: number;
  /** Those of the completed ones that were not inferred. */
  readonly reused?: number;
  readonly failed: number;
  readonly open: number;
  readonly duplicates_dropped: number;
  readonly hedged: number;
  readonly retried: number;
  readonly unbalanced: readonly UnbalancedJob[];
}

/** The totals of all results. */
export interface ResultsSummary {
  readonly total_frames: number;
  readonly total_detections: number;
  readonly object_counts: Counts;
  readonly worker_summary: Counts;
  /** Those of all frames that are no longer there since their jobs were removed. */
  readonly removed_frames: number;
}

/** Results that have just come; `skipped` were too many to be sent one by one. */
export interface ResultsBatch extends ResultsSummary {
  readonly frames: readonly FrameResult[];
  readonly skipped: number;
}

/**
 * A span of a video and what was seen in it; `frames` completed, `reused` of them without inference,
 * `failed` did not.
 */
export interface TimelineBucket {
  readonly from_ms: number;
  readonly to_ms: number;
  readonly frames: number;
  readonly reused?: number;
  readonly failed: number;
  readonly detections: number;
  readonly object_counts: Counts;
  readonly frame_id: number | null;
  readonly frame_index: number | null;
}

/** What was seen over the length of a video. */
export interface Timeline {
  readonly job_id: string;
  readonly from_ms: number;
  readonly to_ms: number;
  readonly object_counts: Counts;
  readonly buckets: readonly TimelineBucket[];
}

/** What all cameras of the network have seen. */
export interface NetworkTotals {
  readonly total_vehicles: number;
  readonly per_camera: Counts;
  readonly type_distribution: Counts;
}

/** One page of a longer list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}
