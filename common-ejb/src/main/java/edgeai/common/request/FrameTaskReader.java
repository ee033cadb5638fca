package edgeai.common.request;

import edgeai.common.error.Malformed;
import edgeai.common.http.JsonInput;
import edgeai.common.wire.FrameTask;
import java.io.InputStream;
import java.util.Base64;

/** Reads frames that come as JSON. */
public final class FrameTaskReader {
  /** What a body may weigh: a picture of 64 MB and a bit. */
  public static final long MAX_BYTES = 16L << 20;

  private FrameTaskReader() {}

  /**
   * As an agent reads it, which knows no threshold but its own.
   *
   * @throws edgeai.common.error.InvalidInput where a field is missing or beyond its bounds
   */
  public static FrameTask read(InputStream body) {
    return read(JsonInput.parse(body, MAX_BYTES), null);
  }

  /**
   * With the job's threshold, where one is named.
   *
   * @throws edgeai.common.error.InvalidInput where a field is missing or beyond its bounds
   */
  public static FrameTask readWithConfidence(InputStream body) {
    JsonInput in = JsonInput.parse(body, MAX_BYTES);
    return read(in, in.has("confidence") ? in.decimal("confidence", 0, 1) : null);
  }

  private static FrameTask read(JsonInput in, Double confidence) {
    return new FrameTask(
        in.id("task_id"),
        in.whole("frame_id", 1, DetectionReader.MAX_FRAME_ID),
        in.longText("jpeg_b64"),
        confidence);
  }

  /**
   * The picture's bytes.
   *
   * @throws Malformed where they are no base64
   */
  public static byte[] picture(FrameTask task) {
    try {
      return Base64.getDecoder().decode(task.jpegB64().replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw new Malformed("jpeg_b64 is not valid base64.");
    }
  }
}
