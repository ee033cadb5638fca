package edgeai.settings;

import java.util.Arrays;
import java.util.Optional;

/**
 * Into how many overlapping parts a frame is cut, each of which is inferred by itself so that small
 * objects keep more of their pixels.
 */
public enum Tiles {
  /** The frame as one. */
  WHOLE("1x1", 1, 1),

  /** Two beside each other. */
  TWO("2x1", 2, 1),

  /** Three beside each other, and as many below. */
  SIX("3x2", 3, 2),

  /** One of the others, by how large the frame is for the model. */
  AUTO("auto", 0, 0);

  /** What may be written, in words. */
  public static final String ALLOWED = "1x1, 2x1, 3x2 or auto";

  private final String written;
  private final int columns;
  private final int rows;

  Tiles(String written, int columns, int rows) {
    this.written = written;
    this.columns = columns;
    this.rows = rows;
  }

  /** Empty where it is not allowed. */
  public static Optional<Tiles> of(String text) {
    return Arrays.stream(values())
        .filter(tiles -> tiles.written.equalsIgnoreCase(text.strip()))
        .findFirst();
  }

  static Kind<Tiles> kind() {
    return new Kind<>(
        ALLOWED,
        (name, value) ->
            of(value).orElseThrow(() -> new InvalidSettingException(name, value, ALLOWED)),
        Tiles::written);
  }

  /** As it may be written. */
  public String written() {
    return written;
  }

  /** Parts beside each other; 0 of {@link #AUTO}. */
  public int columns() {
    return columns;
  }

  /** Parts below each other; 0 of {@link #AUTO}. */
  public int rows() {
    return rows;
  }

  /** Whether a frame is not cut at all. */
  public boolean isWhole() {
    return this == WHOLE;
  }
}
