package edgeai.coordinator.dispatch;

import edgeai.common.http.JsonInput;
import edgeai.common.http.Problem;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import java.util.List;

/** Detections as workers send them, checked. */
public final class DetectionInput {
  /** The largest integer that every JSON reader keeps exact: 2^53 - 1. */
  public static final long MAX_FRAME_ID = (1L << 53) - 1;

  /** A day; nothing plausible takes longer. */
  public static final double MAX_PROCESSING_MS = 86_400_000;

  /** More objects in one frame than any model names. */
  static final int MOST = 2_000;

  private static final int MAX_COORDINATE = 1 << 20;

  private DetectionInput() {}

  /** The field {@code detections}, an empty list where it is left out. */
  public static List<Detection> read(JsonInput in) {
    return within(in, MAX_COORDINATE, MAX_COORDINATE);
  }

  /** As {@link #read}, every box within a frame of this size. */
  static List<Detection> within(JsonInput in, int width, int height) {
    return atMost(in.objects("detections", item -> detection(item, width, height)));
  }

  /**
   * The same detections.
   *
   * @throws jakarta.ws.rs.WebApplicationException 422 where there are more than a frame can show
   */
  public static <T> List<T> atMost(List<T> detections) {
    if (detections.size() > MOST) {
      throw Problem.unprocessable("A frame has at most %d detections.".formatted(MOST));
    }
    return detections;
  }

  private static Detection detection(JsonInput in, int width, int height) {
    JsonInput box = in.object("box");
    int x1 = box.integer("x1", 0, width);
    int y1 = box.integer("y1", 0, height);
    int x2 = box.integer("x2", 0, width);
    int y2 = box.integer("y2", 0, height);
    if (x2 < x1 || y2 < y1) {
      throw Problem.unprocessable("box must have x1 <= x2 and y1 <= y2.");
    }
    return new Detection(in.id("label"), in.decimal("confidence", 0, 1), new Box(x1, y1, x2, y2));
  }
}
