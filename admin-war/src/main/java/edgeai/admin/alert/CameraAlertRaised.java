package edgeai.admin.alert;

/** An alert is on disk; told once per event. */
public record CameraAlertRaised(LoggedCameraAlert alert) {}
