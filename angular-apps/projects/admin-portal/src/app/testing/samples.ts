import { Analytics, Camera, CameraAlert, Detection, SeriesPoint } from '../api/wire';

/** What the server would say, for specs: each with what matters there. */
export function aCamera(part: Partial<Camera> = {}): Camera {
  return {
    camera_id: 'gate-1',
    hostname: 'edge-box',
    ip_address: '10.0.0.7',
    status: 'active',
    registered_at: '2026-11-24T09:00:00Z',
    last_seen: '2026-11-24T10:00:00Z',
    ...part,
  };
}

export function aDetection(part: Partial<Detection> = {}): Detection {
  return {
    timestamp: '2026-11-24T10:00:00Z',
    camera_id: 'gate-1',
    detected_vehicles: 3,
    vehicle_types: ['car', 'bus'],
    object_counts: { car: 2, bus: 1 },
    event_id: null,
    ...part,
  };
}

export function anAlert(part: Partial<CameraAlert> = {}): CameraAlert {
  return {
    camera_id: 'gate-1',
    worker_id: 'worker-1',
    frame_id: 7,
    timestamp: '2026-11-24T10:00:00Z',
    alert_labels: ['person', 'bus'],
    level: 'critical',
    message: 'A person and a bus are in the same frame.',
    event_id: null,
    ...part,
  };
}

export function aPoint(part: Partial<SeriesPoint> = {}): SeriesPoint {
  return {
    timestamp: '2026-11-24T10:00:00Z',
    total_vehicles: 3,
    type_distribution: { car: 2, bus: 1 },
    ...part,
  };
}

export function anAnalytics(part: Partial<Analytics> = {}): Analytics {
  return {
    total_vehicles: 30,
    per_camera: { 'gate-1': 30 },
    type_distribution: { car: 20, bus: 10 },
    timeline: [],
    series: [aPoint()],
    ...part,
  };
}

/** The moment so many seconds after ten o'clock. */
export function at(second: number): string {
  return new Date(Date.UTC(2026, 10, 24, 10, 0, second)).toISOString();
}

/** An event that is told from others by its number, which is also its second. */
export function event(n: number, part: Partial<Detection> = {}): Detection {
  return aDetection({ event_id: `e${n}`, timestamp: at(n), ...part });
}

/** The events from one number down to another, the newest first as the log lists them. */
export function events(newest: number, oldest: number): readonly Detection[] {
  return Array.from({ length: newest - oldest + 1 }, (_, i) => event(newest - i));
}
