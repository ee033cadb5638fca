package edgeai.common.wire;

/**
 * A frame to infer, as JSON: {@code POST /process-frame}.
 *
 * @param taskId by which the answer is known
 * @param frameId 1 to 2^53-1
 * @param jpegB64 the picture in base64
 * @param confidence detections below are dropped, 0 to 1; null for whoever infers to choose
 */
public record FrameTask(String taskId, long frameId, String jpegB64, Double confidence) {}
