package edgeai.common.wire;

/**
 * What a camera shall do: {@code POST /camera-control}, and what the camera is told of it.
 *
 * @param cameraId which camera
 * @param command {@code start}, {@code stop} or {@code restart}
 */
public record CommandRequest(String cameraId, String command) {}
