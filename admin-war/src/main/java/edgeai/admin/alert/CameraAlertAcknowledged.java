package edgeai.admin.alert;

/** Somebody has seen an alert, and the disk knows. */
public record CameraAlertAcknowledged(LoggedCameraAlert alert) {}
