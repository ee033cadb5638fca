package edgeai.common.wire;

/**
 * A camera node says that it obeyed.
 *
 * @param state what it does now, in its own word
 */
public record CommandObeyed(String cameraId, String command, String state) {}
