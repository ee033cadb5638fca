package edgeai.common.request;

import edgeai.common.error.InvalidInput;
import edgeai.common.http.JsonInput;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import java.util.List;

/**
 * Detections as workers send them, checked, but read leniently where nothing untrue comes of it: a
 * negative coordinate is clipped, a fraction of a pixel rounded.
 */
public final class DetectionReader {
  /** The largest integer that every JSON reader keeps exact: 2^53 - 1. */
  public static final long MAX_FRAME_ID = (1L << 53) - 1;

  /** A day; nothing plausible takes longer. */
  public static final double MAX_PROCESSING_MS = 86_400_000;

  /** More objects in one frame than any model names. */
  public static final int MOST = 2_000;

  private static final int MAX_COORDINATE = 1 << 20;
  private static final double ROUNDING = 0.001;

  private DetectionReader() {}

  /** The field {@code detections}, an empty list where it is left out. */
  public static List<Detection> read(JsonInput in) {
    return within(in, MAX_COORDINATE, MAX_COORDINATE);
  }

  /** As {@link #read}; no box may reach beyond the right or lower edge of a frame of this size. */
  public static List<Detection> within(JsonInput in, int width, int height) {
    return atMost(in.leniently().objects("detections", item -> detection(item, width, height)));
  }

  /**
   * The same detections.
   *
   * @throws InvalidInput where there are more than a frame can show
   */
  public static <T> List<T> atMost(List<T> detections) {
    if (detections.size() > MOST) {
      throw new InvalidInput("A frame has at most %d detections.".formatted(MOST));
    }
    return detections;
  }

  private static Detection detection(JsonInput in, int width, int height) {
    JsonInput box = in.object("box");
    int x1 = pixel(box, "x1", width);
    int y1 = pixel(box, "y1", height);
    int x2 = pixel(box, "x2", width);
    int y2 = pixel(box, "y2", height);
    if (x2 < x1 || y2 < y1) {
      throw new InvalidInput("box must have x1 <= x2 and y1 <= y2.");
    }
    return new Detection(in.id("label"), confidence(in), new Box(x1, y1, x2, y2));
  }

  /** Detectors round or do not, and their boxes reach over the picture's left and upper edge. */
  private static int pixel(JsonInput box, String side, int limit) {
    long nearest = Math.round(box.decimal(side, -MAX_COORDINATE, MAX_COORDINATE));
    if (nearest > limit) {
      throw new InvalidInput("box.%s must be at most %d, not %d.".formatted(side, limit, nearest));
    }
    return (int) Math.max(0, nearest);
  }

  /** Single precision may end a hair beyond 1. */
  private static double confidence(JsonInput in) {
    return Math.max(0, Math.min(1, in.decimal("confidence", -ROUNDING, 1 + ROUNDING)));
  }
}
