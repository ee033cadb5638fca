package edgeai.admin.analytics;

/** A detection is on disk and in the totals; told once per event. */
public record DetectionCounted(CameraEvent detection) {}
