package edgeai.common.request;

import edgeai.common.http.JsonInput;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import edgeai.common.wire.PostedResult;
import java.io.InputStream;

/** Reads what workers found, leniently, as what nodes report is read. */
public final class ResultReader {
  private static final long MAX_BYTES = 4 << 20;
  private static final Box NOWHERE = new Box(0, 0, 0, 0);

  private ResultReader() {}

  /**
   * @throws edgeai.common.error.InvalidInput where a field is missing or beyond its bounds
   */
  public static PostedResult read(InputStream body) {
    JsonInput in = JsonInput.parse(body, MAX_BYTES).leniently();
    return new PostedResult(
        in.id("worker_id"),
        in.whole("frame_id", 1, DetectionReader.MAX_FRAME_ID),
        DetectionReader.read(in),
        in.decimal("processing_time_ms", 0, DetectionReader.MAX_PROCESSING_MS, 0));
  }

  /**
   * As {@code POST /frame-result} has it: labels and seconds; nobody knows where the objects are.
   *
   * @throws edgeai.common.error.InvalidInput where a field is missing or beyond its bounds
   */
  public static PostedResult readLabels(InputStream body) {
    JsonInput in = JsonInput.parse(body).leniently();
    double most = DetectionReader.MAX_PROCESSING_MS / 1000;
    long frameId = in.whole("frame_id", 1, DetectionReader.MAX_FRAME_ID);
    return new PostedResult(
        in.id("worker_id"),
        frameId,
        DetectionReader.atMost(in.texts("detected_objects")).stream()
            .map(label -> new Detection(label, 1.0, NOWHERE))
            .toList(),
        in.decimal("processing_time", 0, most, 0) * 1000);
  }
}
