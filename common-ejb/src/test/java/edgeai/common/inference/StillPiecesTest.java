package edgeai.common.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.QuietLog;
import edgeai.common.piece.FrameRole;
import edgeai.common.piece.PieceFrame;
import edgeai.common.piece.PieceHeader;
import edgeai.common.piece.PiecePacket;
import edgeai.common.wire.PieceLine;
import edgeai.settings.Tiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pieces of which frames that show nothing new are not inferred. */
@ExtendWith(QuietLog.class)
class StillPiecesTest {
  private static final double FAST = 0.16;
  private static final int WIDTH = 96;
  private static final int HEIGHT = 54;
  private static final long STEP = 200_000;

  private final CountingEngine model = new CountingEngine("a");

  @AutoClose
  private final PieceInferenceBench bench =
      new PieceInferenceBench(
          new PieceLimits(2, PieceInferenceBench.CALLERS, 4L * 3 * WIDTH * HEIGHT));

  private final PieceInference pieces = bench.pieces;
  private final ScriptedFrames source = bench.script();

  @BeforeEach
  void use() {
    bench.engine.use(model);
    source.sized(WIDTH, HEIGHT);
    source.painted(StillPiecesTest::paint);
  }

  /** A wall; something stands on it that moves with each fifth frame, and from 101 on a speck. */
  private static void paint(long id, byte[] bgr) {
    Arrays.fill(bgr, (byte) 90);
    bgr[0] = (byte) id;
    int left = id > 100 ? 0 : 10 + 8 * (int) ((id - 1) / 5);
    fill(bgr, left, id > 100 ? 0 : 6);
    if (id > 101) {
      fill(bgr, 50, 1);
    }
  }

  private static void fill(byte[] bgr, int left, int side) {
    for (int y = 20; y < 20 + side; y++) {
      Arrays.fill(bgr, 3 * (y * WIDTH + left), 3 * (y * WIDTH + left + 2 * side), (byte) 240);
    }
  }

  private static PieceFrame frame(long id, FrameRole role) {
    return new PieceFrame(id, id, id, (id - 1) * STEP, false, role);
  }

  /** With a run that begins at each tenth frame. */
  private static FrameRole role(long id, boolean known) {
    return new FrameRole(id % 10 == 1, known);
  }

  private static PieceFrame[] frames(long first, long last) {
    return LongStream.rangeClosed(first, last)
        .mapToObj(id -> frame(id, role(id, false)))
        .toArray(PieceFrame[]::new);
  }

  private PieceRun begin(PieceFrame... frames) throws Exception {
    PieceHeader header =
        new PieceHeader(
            new byte[2],
            new byte[0],
            Double.NaN,
            FAST,
            Tiles.WHOLE,
            List.of(frames),
            List.of(new PiecePacket(1, 0, 0, 1)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header.bytes());
    out.write(1);
    return pieces.begin("job", new ByteArrayInputStream(out.toByteArray()), Optional.empty());
  }

  private static List<PieceLine> all(PieceRun run) throws InterruptedException {
    return PieceInferenceBench.all(run).stream()
        .sorted(Comparator.comparing(PieceLine::frameId))
        .toList();
  }

  private static List<String> told(List<PieceLine> lines) {
    return lines.stream()
        .map(line -> "%d:%d:%s".formatted(line.frameId(), line.reusedFrom(), line.change()))
        .toList();
  }

  @Test
  void framesThatShowNothingNewTakeWhatWasFoundInTheOneBefore() throws Exception {
    List<PieceLine> lines = all(begin(frames(1, 20)));

    assertThat(lines).hasSize(20).allMatch(PieceLine::isDone);
    assertThat(lines)
        .extracting(PieceLine::reusedFrom)
        .containsExactly(
            0L, 1L, 1L, 1L, 1L, 0L, 6L, 6L, 6L, 6L, 0L, 11L, 11L, 11L, 11L, 0L, 16L, 16L, 16L, 16L);
    assertThat(model.seen).containsExactlyInAnyOrder(1L, 6L, 11L, 16L);
    assertThat(lines).allMatch(line -> line.frameWidth() == 1920 && line.change() == 0);
    assertThat(pieces.figures().frames()).isEqualTo(4);
    assertThat(pieces.figures().reusedFrames()).isEqualTo(16);
    assertThat(pieces.inFlight()).isZero();
    assertThat(pieces.heldBytes()).isZero();
  }

  @Test
  void whatComesOutIsTheSameHoweverItIsCut() throws Exception {
    List<String> whole = told(all(begin(frames(1, 40))));
    List<PieceLine> parts = new ArrayList<>(all(begin(frames(1, 10))));
    parts.addAll(all(begin(frames(11, 30))));
    parts.addAll(all(begin(frames(31, 40))));

    assertThat(told(parts)).isEqualTo(whole);
  }

  @Test
  void ofARunWhoseBeginningIsKnownOnlyTheRestIsTold() throws Exception {
    List<PieceFrame> frames = new ArrayList<>();
    LongStream.rangeClosed(1, 7).forEach(id -> frames.add(frame(id, role(id, true))));
    LongStream.rangeClosed(8, 10).forEach(id -> frames.add(frame(id, role(id, false))));

    List<PieceLine> lines = all(begin(frames.toArray(PieceFrame[]::new)));

    assertThat(told(lines)).containsExactly("8:6:0.0", "9:6:0.0", "10:6:0.0");
    assertThat(pieces.heldBytes()).isZero();
  }

  @Test
  void aFrameThatCannotBeInferredTakesThoseThatShowTheSameWithIt() throws Exception {
    model.failOn(1);
    model.hold();
    PieceRun run = begin(frames(1, 10));
    await()
        .atMost(PieceInferenceBench.LIMIT)
        .until(() -> source.given() == 10 && model.seen.size() == 2);
    model.goOn();

    List<PieceLine> lines = all(run);

    assertThat(lines).hasSize(10);
    assertThat(lines.subList(0, 5)).noneMatch(PieceLine::isDone);
    assertThat(lines.get(3).error())
        .isEqualTo(
            "Frame 1, which shows the same, was not done: The server failed on this frame; its log"
                + " says why.");
    assertThat(lines.subList(5, 10)).allMatch(PieceLine::isDone);
  }

  @Test
  void framesThatAreNotInferredDoNotHoldUpTheDecoder() throws Exception {
    model.hold();
    PieceRun run = begin(frames(1, 5));
    await().atMost(PieceInferenceBench.LIMIT).until(() -> source.given() == 5);
    assertThat(pieces.heldBytes()).isEqualTo(3 * WIDTH * HEIGHT);
    model.goOn();

    assertThat(all(run)).hasSize(5);
  }

  @Test
  void whatDependsOnBoxesWaitsForThem() throws Exception {
    model.hold();
    PieceRun run = begin(frame(101, role(101, false)), frame(102, role(102, false)));
    await()
        .atMost(PieceInferenceBench.LIMIT)
        .until(() -> source.given() == 2 && model.seen.size() == 1);
    model.goOn();

    List<PieceLine> lines = all(run);

    assertThat(lines.get(1).reusedFrom()).isEqualTo(101);
    assertThat(lines.get(1).change()).isBetween(0.01, FAST);
  }

  @Test
  void whoeverClosesAPieceEndsTheWaitForBoxes() throws Exception {
    model.hold();
    PieceRun run = begin(frame(101, role(101, false)), frame(102, role(102, false)));
    await()
        .atMost(PieceInferenceBench.LIMIT)
        .until(() -> source.given() == 2 && model.seen.size() == 1);

    run.close();

    await().atMost(PieceInferenceBench.LIMIT).until(() -> pieces.inFlight() == 0);
    model.goOn();
    await().atMost(PieceInferenceBench.LIMIT).until(() -> pieces.heldBytes() == 0);
  }
}
