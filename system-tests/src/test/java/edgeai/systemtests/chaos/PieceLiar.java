package edgeai.systemtests.chaos;

import edgeai.common.piece.PieceFrame;
import edgeai.common.piece.PieceHeader;
import edgeai.common.request.PieceLineWriter;
import edgeai.common.wire.PieceLine;
import edgeai.systemtests.fixture.PieceDouble;
import edgeai.systemtests.fixture.Traffic;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Ways to answer a piece of a {@link Traffic} video that nobody may believe, or not in full. */
enum PieceLiar implements Impostor {
  GARBAGE("garbage", (piece, lines) -> say(lines, "<<%& no JSON {")),
  OTHER_FRAME("other-frame", (piece, lines) -> lines.write(line(beyond(piece), 0))),
  NOT_A_NUMBER(
      "nan",
      (piece, lines) -> say(lines, claim(piece, "NaN", "\"x1\":1,\"y1\":1,\"x2\":9,\"y2\":9"))),
  OUT_OF_RANGE(
      "out-of-range",
      (piece, lines) ->
          say(lines, claim(piece, "0.9", "\"x1\":-40,\"y1\":1,\"x2\":90000,\"y2\":9"))),
  EMPTY("empty", (piece, lines) -> {}),

  /** Does half of a piece, and its connection breaks. */
  BROKEN_OFF(
      "broken-off",
      (piece, lines) -> {
        doFrames(firstHalf(piece), lines);
        throw new IOException("amid a piece, on purpose");
      }),

  /** Does every other frame and says that it is done. */
  GAPS(
      "gaps",
      (piece, lines) -> {
        List<PieceFrame> some =
            piece.frames().stream().filter(frame -> frame.index() % 2 == 1).toList();
        doFrames(some, lines);
        lines.write(PieceLineWriter.done(some.size()));
      }),

  /** Does half of a piece and then another one's frame. */
  OUTSIDE(
      "outside",
      (piece, lines) -> {
        doFrames(firstHalf(piece), lines);
        lines.write(line(beyond(piece), 0));
      }),

  /** Does a frame, and then again, otherwise. */
  TWICE(
      "twice",
      (piece, lines) -> {
        doFrames(firstHalf(piece), lines);
        PieceFrame first = piece.frames().get(0);
        lines.write(line(first.id(), (int) first.index() + 1));
      });

  /** What honest workers take for a frame here, about. */
  private static final long MILLIS_A_FRAME = 4;

  private final String id;
  private final PieceDouble.Answer answer;

  PieceLiar(String name, PieceDouble.Answer answer) {
    this.id = "liar-" + name;
    this.answer = answer;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public AutoCloseable among(ChaosPool pool) {
    return new PieceDouble(pool.http(), id, answer);
  }

  private static List<PieceFrame> firstHalf(PieceHeader piece) {
    return piece.frames().subList(0, (piece.frames().size() + 1) / 2);
  }

  /** Most likely one of the same job. */
  private static long beyond(PieceHeader piece) {
    return piece.frames().get(piece.frames().size() - 1).id() + 1;
  }

  private static void doFrames(List<PieceFrame> frames, OutputStream lines) throws IOException {
    try {
      for (PieceFrame frame : frames) {
        TimeUnit.MILLISECONDS.sleep(MILLIS_A_FRAME);
        lines.write(line(frame.id(), (int) frame.index()));
        lines.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** As one who had looked at that frame of the video would say it. */
  private static byte[] line(long id, int shows) {
    return PieceLineWriter.line(
        new PieceLine(
            id,
            Traffic.detections(shows),
            MILLIS_A_FRAME,
            null,
            Traffic.WIDTH,
            Traffic.HEIGHT,
            null));
  }

  private static String claim(PieceHeader piece, String confidence, String box) {
    return "{\"frame_id\":%d,\"processing_time_ms\":1,\"error\":null,\"frame_width\":%d,\"frame_height\":%d,\"detections\":[{\"label\":\"car\",\"confidence\":%s,\"box\":{%s}}]}"
        .formatted(piece.frames().get(0).id(), Traffic.WIDTH, Traffic.HEIGHT, confidence, box);
  }

  private static void say(OutputStream lines, String text) throws IOException {
    lines.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
