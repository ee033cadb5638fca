package edgeai.admin.analytics;

import edgeai.common.wire.CameraEvent;

/** A detection is on disk and in the totals; told once per event. */
public record DetectionCounted(CameraEvent detection) {}
