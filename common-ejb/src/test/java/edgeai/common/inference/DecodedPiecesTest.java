package edgeai.common.inference;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.TestVideos;
import edgeai.common.guard.Failures;
import edgeai.common.guard.Schedule;
import edgeai.common.metrics.StageTimes;
import edgeai.common.piece.Piece;
import edgeai.common.piece.Segment;
import edgeai.common.piece.VideoIndex;
import edgeai.common.piece.WantedFrame;
import edgeai.common.video.DecoderCommand;
import edgeai.common.video.VideoIndexer;
import edgeai.common.video.VideoLimits;
import edgeai.common.wire.PieceLine;
import edgeai.settings.Tiles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With real videos and child processes: what is inferred is the frame that was asked for. */
class DecodedPiecesTest {
  private static final int FRAMES = 60;
  private static final int CALLERS = 2;
  private static final long FIRST_ID = 1_000;
  private static final int WIDTH = 160;
  private static final int HEIGHT = 120;

  @TempDir Path folder;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Schedule schedule = new Schedule(timer, new Failures());
  private final DecoderCommand command =
      DecoderCommand.in(Path.of("target", "decoder-" + System.getProperty("edge.fork", "1")));
  private final PieceDecoders decoders = new PieceDecoders(command, VideoLimits.DEFAULT, schedule);
  private final EngineInUse engine = new EngineInUse(Optional.empty(), new MutableClock());
  private final NumberReadingEngine numbers = new NumberReadingEngine();
  private final PieceInference pieces =
      new PieceInference(
          engine,
          PieceLimits.of(CALLERS),
          new StageTimes(),
          decoders,
          threads,
          callers,
          new Failures());

  private VideoIndex index;

  @BeforeEach
  void open() throws Exception {
    engine.use(numbers);
    Path video =
        TestVideos.video(folder.resolve("a.mp4"))
            .encoder("libopenh264")
            .size(WIDTH, HEIGHT)
            .frames(FRAMES)
            .write();
    Path written = folder.resolve("a.index");
    VideoIndexer.index(command, video, written, VideoLimits.DEFAULT, schedule);
    index = VideoIndex.open(written, video);
  }

  @AfterEach
  void close() throws Exception {
    pieces.close();
    index.close();
    threads.shutdownNow();
    callers.shutdownNow();
    timer.shutdownNow();
  }

  private Piece piece(int first, int last, int nth, boolean pictures) {
    Segment from = index.segment(first);
    Segment to = index.segment(last);
    List<WantedFrame> wanted =
        LongStream.range(from.firstFrame(), to.endFrame())
            .filter(frame -> frame % nth == 0)
            .mapToObj(frame -> new WantedFrame(FIRST_ID + frame, frame, pictures))
            .toList();
    return index.cut(first, last, wanted, Double.NaN);
  }

  private List<PieceLine> lines(Piece piece) throws Exception {
    List<PieceLine> lines = new ArrayList<>();
    try (InputStream in = piece.open();
        PieceRun run = pieces.begin("job", in, Optional.empty())) {
      for (Optional<PieceLine> line = run.next(); line.isPresent(); line = run.next()) {
        lines.add(line.get());
      }
    }
    lines.sort(Comparator.comparing(PieceLine::frameId));
    return lines;
  }

  private static long number(PieceLine line) {
    return Long.parseLong(line.detections().get(0).label());
  }

  @Test
  void everyFrameIsTheOneAskedForWhateverTheCut() throws Exception {
    int last = index.segments() - 1;
    for (Piece piece : List.of(piece(0, last, 1, false), piece(1, last, 3, false))) {
      List<PieceLine> lines = lines(piece);

      assertThat(lines).hasSize(piece.header().frames().size()).allMatch(PieceLine::isDone);
      assertThat(lines).allMatch(line -> number(line) == line.frameId() - FIRST_ID);
      assertThat(lines)
          .allMatch(line -> line.frameWidth() == WIDTH && line.frameHeight() == HEIGHT);
      assertThat(lines).allMatch(line -> line.picture() == null);
    }
    assertThat(pieces.inFlight()).isZero();
  }

  /** A frame of 160x120 for an input of 64x64, which shows it as 64x48. */
  @ParameterizedTest
  @CsvSource({"WHOLE, 64, 48", "TWO, 85, 64", "SIX, 153, 115"})
  void tilesGetAsManyPixelsOfTheFrameAsTheyCanUse(Tiles tiles, int width, int height)
      throws Exception {
    List<WantedFrame> wanted = List.of(new WantedFrame(FIRST_ID, 0, false));

    List<PieceLine> lines = lines(index.cut(0, 0, wanted, Double.NaN, Double.NaN, tiles));

    assertThat(lines).singleElement().matches(line -> number(line) == 0);
    assertThat(numbers.last().tiles()).isEqualTo(tiles);
    assertThat(numbers.last().width()).isEqualTo(width);
    assertThat(numbers.last().height()).isEqualTo(height);
    assertThat(numbers.last().frameWidth()).isEqualTo(WIDTH);
    assertThat(numbers.last().frameHeight()).isEqualTo(HEIGHT);
  }

  @Test
  void aPictureThatIsWantedIsOfTheSameFrame() throws Exception {
    List<PieceLine> lines = lines(piece(1, 1, 2, true));

    assertThat(lines).isNotEmpty();
    for (PieceLine line : lines) {
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(line.picture()));
      assertThat(picture.getWidth()).isEqualTo(WIDTH);
      assertThat((long) TestVideos.number(picture)).isEqualTo(number(line));
    }
  }

  @Test
  void damageFailsTheFramesItReaches() throws Exception {
    byte[] bytes;
    Piece whole = piece(0, 0, 1, false);
    try (InputStream in = whole.open()) {
      bytes = in.readAllBytes();
    }
    int payload = (int) whole.header().payloadBytes();
    for (int i = bytes.length - payload / 2; i < bytes.length; i++) {
      bytes[i] = (byte) 0xa5;
    }
    List<PieceLine> lines = new ArrayList<>();
    try (PieceRun run = pieces.begin("job", new ByteArrayInputStream(bytes), Optional.empty())) {
      for (Optional<PieceLine> line = run.next(); line.isPresent(); line = run.next()) {
        lines.add(line.get());
      }
    }

    assertThat(lines).hasSize(whole.header().frames().size());
    assertThat(lines).anyMatch(line -> !line.isDone());
    assertThat(lines).allMatch(line -> !line.isDone() || number(line) == line.frameId() - FIRST_ID);
    assertThat(lines(whole)).allMatch(PieceLine::isDone);
  }
}
