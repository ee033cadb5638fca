/** What the admin server says, in its own words. */
export interface Camera {
  readonly camera_id: string;
  readonly hostname: string;
  readonly ip_address: string;
  readonly status: 'active' | 'offline';
  readonly registered_at: string;
  readonly last_seen: string;
  /** What the camera itself confirmed last; null where it never says. */
  readonly state?: string | null;
  /** Why it gets no picture, in a sentence; null where it does. */
  readonly trouble?: string | null;
}

/** A camera as a message tells of it. */
export type CameraNotice = Omit<Camera, 'status'> & {
  readonly status: Camera['status'] | 'removed';
};

export type Counts = Readonly<Record<string, number>>;

/** What a camera saw at one moment. */
export interface Detection {
  readonly timestamp: string;
  readonly camera_id: string;
  readonly detected_vehicles: number;
  readonly vehicle_types: readonly string[];
  readonly object_counts: Counts;
  readonly event_id?: string | null;
}

export interface SeriesPoint {
  readonly timestamp: string;
  readonly total_vehicles: number;
  readonly type_distribution: Counts;
}

export interface Analytics {
  readonly total_vehicles: number;
  readonly per_camera: Counts;
  readonly type_distribution: Counts;
  readonly timeline: readonly Detection[];
  readonly series: readonly SeriesPoint[];
}

export interface CameraAlert {
  readonly camera_id: string;
  readonly worker_id: string;
  readonly frame_id: number;
  readonly timestamp: string;
  readonly alert_labels: readonly string[];
  readonly level: 'info' | 'warning' | 'critical';
  readonly message: string;
  readonly event_id?: string | null;
  /** Its number in the server's log. */
  readonly alert_id?: number;
  /** When somebody said that it was seen. */
  readonly acknowledged_at?: string | null;
}

export type CameraCommand = 'start' | 'stop' | 'restart';

export interface CommandAnswer {
  readonly camera_id: string;
  readonly command: CameraCommand;
  readonly connected: boolean;
  readonly acknowledged: boolean;
  readonly state: string | null;
}

/** A camera's word that it obeyed. */
export interface Acknowledgement {
  readonly camera_id: string;
  readonly command: CameraCommand;
  readonly state: string;
}

export interface AdminMetrics {
  readonly events_total: number;
}
