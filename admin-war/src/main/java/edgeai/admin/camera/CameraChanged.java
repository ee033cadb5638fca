package edgeai.admin.camera;

/**
 * A camera is new, changed its registration, its state or its trouble, fell silent, came back or
 * was removed.
 */
public record CameraChanged(Camera camera) {}
