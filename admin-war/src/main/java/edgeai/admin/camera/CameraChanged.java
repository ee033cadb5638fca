package edgeai.admin.camera;

/** A camera is new, changed its registration, fell silent, came back or was removed. */
public record CameraChanged(Camera camera) {}
