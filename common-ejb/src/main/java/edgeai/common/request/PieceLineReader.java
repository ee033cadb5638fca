package edgeai.common.request;

import edgeai.common.error.InvalidInput;
import edgeai.common.error.Malformed;
import edgeai.common.http.JsonInput;
import edgeai.common.wire.Detection;
import edgeai.common.wire.PieceLine;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a worker says of the frames of a piece, line by line as it comes, and believes nothing
 * that no worker would say: a frame that is not of the piece, one a second time, a box beyond its
 * frame, a line without end, lines that weigh more together than its frames can. Frames may be left
 * out. One thread at a time.
 */
public final class PieceLineReader {
  /** What a line may weigh that brings a picture. */
  static final int MAX_BYTES_WITH_PICTURE = 16 << 20;

  /** What any other line may weigh. */
  static final int MAX_BYTES = (int) JsonInput.MAX_BYTES;

  /** What the lines of a piece may weigh together, for each of its frames beside one long one. */
  static final int MAX_BYTES_A_FRAME = 1 << 16;

  /** The same for each picture: that of a frame of 8K may have so many, but not all of them. */
  static final int MAX_BYTES_A_PICTURE = 8 << 20;

  private static final int MAX_SIDE = 1 << 16;

  private final LineInput lines;
  private final Set<Long> frames;
  private final Set<Long> pictured;
  private final Set<Long> open;
  private long left;

  /**
   * @param in the answer's body; closed by whoever opened it
   * @param frames that are wanted of the piece
   * @param pictured those of them whose picture is wanted, too
   */
  public PieceLineReader(InputStream in, Set<Long> frames, Set<Long> pictured) {
    this.lines = new LineInput(in);
    this.frames = Set.copyOf(frames);
    this.pictured = Set.copyOf(pictured);
    this.open = new HashSet<>(frames);
    this.left =
        MAX_BYTES
            + (long) frames.size() * MAX_BYTES_A_FRAME
            + (long) pictured.size() * MAX_BYTES_A_PICTURE;
  }

  /**
   * The next frame's line; empty where the worker says that it is done.
   *
   * @throws IOException where the answer breaks off before that
   * @throws edgeai.common.error.Refusal where the line cannot be believed
   */
  public Optional<PieceLine> next() throws IOException {
    int most = pictured.isEmpty() ? MAX_BYTES : MAX_BYTES_WITH_PICTURE;
    byte[] line =
        lines
            .next((int) Math.min(most, left))
            .orElseThrow(() -> new EOFException("the answer broke off before its last line"));
    left -= line.length;
    JsonInput in = JsonInput.parse(line).discreetly();
    if (in.has("done")) {
      int told = frames.size() - open.size();
      in.whole("done", told, told);
      return Optional.empty();
    }
    return Optional.of(line(in, line.length));
  }

  private PieceLine line(JsonInput in, int bytes) {
    long id = in.whole("frame_id", 1, DetectionReader.MAX_FRAME_ID);
    if (!open.remove(id)) {
      throw new InvalidInput(
          frames.contains(id)
              ? "Frame %d was answered a second time.".formatted(id)
              : "Frame %d is not of the piece.".formatted(id));
    }
    if (bytes > MAX_BYTES && !pictured.contains(id)) {
      throw new InvalidInput("The line of frame %d is too long.".formatted(id));
    }
    if (in.hasValue("error")) {
      in.text("error");
      // in words that a worker may choose: they are repeated nowhere
      return PieceLine.failed(id, "said that it cannot be done");
    }
    double ms = in.decimal("processing_time_ms", 0, DetectionReader.MAX_PROCESSING_MS, 0);
    int width = in.has("frame_width") ? in.integer("frame_width", 1, MAX_SIDE) : 0;
    int height = width > 0 ? in.integer("frame_height", 1, MAX_SIDE) : 0;
    List<Detection> found =
        width > 0 ? DetectionReader.within(in, width, height) : DetectionReader.read(in);
    // another frame's detections are of one that is shown before
    long source = in.hasValue("reused_from") ? in.whole("reused_from", 1, id - 1) : 0;
    double change = source > 0 ? in.decimal("change", 0, 1, 0) : 0;
    return new PieceLine(id, found, ms, null, width, height, picture(id, in), source, change);
  }

  /** One that nobody asked for is passed over. */
  private byte[] picture(long id, JsonInput in) {
    if (!pictured.contains(id) || !in.has("picture")) {
      return null;
    }
    try {
      return Base64.getDecoder().decode(in.longText("picture"));
    } catch (IllegalArgumentException e) {
      throw new Malformed("The picture of frame %d is not valid base64.".formatted(id));
    }
  }
}
