package edgeai.common.piece;

import edgeai.settings.Tiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Which frames a video has, when they are shown, and where it can be cut. It was written by a
 * process that read an untrusted video, so none of its numbers is believed: what cannot be is an
 * {@link UncheckedIOException}. Thread-safe, and held open until it is closed.
 */
public final class VideoIndex implements AutoCloseable {
  private final IndexFile file;
  private final Path video;

  private VideoIndex(IndexFile file, Path video) {
    this.file = file;
    this.video = video;
  }

  /**
   * Opens the index of a video.
   *
   * @throws IOException where it cannot be read, is no index, or not of this video
   */
  public static VideoIndex open(Path index, Path video) throws IOException {
    return new VideoIndex(new IndexFile(index, Files.size(video)), video);
  }

  /** How many frames the video shows. */
  public long frames() {
    return file.frames();
  }

  /** When a frame is shown, in microseconds of the video's own time. */
  public long micros(long frame) {
    return read(() -> file.frame(frame)).micros();
  }

  /** How many segments there are, one at least. */
  public int segments() {
    return file.segments();
  }

  /** A segment by its number. */
  public Segment segment(int number) {
    return read(() -> file.segment(number)).segment();
  }

  /** The number of the segment that shows a frame. */
  public int segmentOf(long frame) {
    return read(() -> file.frame(frame)).segment();
  }

  /** What of the video is not looked at, in words that go on after "the file"; null for nothing. */
  public String remark() {
    return file.remark();
  }

  /** As the other, with each frame inferred, as one. */
  public Piece cut(int firstSegment, int lastSegment, List<WantedFrame> wanted, double confidence) {
    return cut(firstSegment, lastSegment, wanted, confidence, Double.NaN, Tiles.WHOLE);
  }

  /**
   * Cuts out neighbouring segments. What no wanted frame needs is left out: segments that show
   * none, and in the others what is decoded after the last one, and what nothing refers to.
   *
   * @param wanted frames of these segments, in the order in which they are shown
   * @param confidence detections below are dropped, 0 to 1; NaN for the worker's own threshold
   * @param still from which change on a frame is inferred, 0 to 1; NaN where each is
   * @param tiles into which each frame is cut before it is inferred
   * @throws IllegalArgumentException where nothing is wanted, or a frame that is not of these
   *     segments, or more than a piece may hold
   */
  public Piece cut(
      int firstSegment,
      int lastSegment,
      List<WantedFrame> wanted,
      double confidence,
      double still,
      Tiles tiles) {
    return read(
        () ->
            new PieceCut(file, video, firstSegment, lastSegment)
                .of(wanted, confidence, still, tiles));
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T read(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
