package edgeai.worker.infer;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.Problems;
import edgeai.common.fixture.Problems.Refused;
import edgeai.common.guard.Failures;
import edgeai.common.guard.Schedule;
import edgeai.common.inference.Engine;
import edgeai.common.inference.EngineInUse;
import edgeai.common.inference.InferenceOutcome;
import edgeai.common.inference.PieceRun;
import edgeai.common.metrics.StageTimes;
import edgeai.common.piece.PieceFrame;
import edgeai.common.piece.PieceHeader;
import edgeai.common.piece.PiecePacket;
import edgeai.common.video.DecoderCommand;
import edgeai.common.vision.EncodedPicture;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.NoOpModel;
import edgeai.common.vision.PixelPicture;
import edgeai.common.wire.PieceLine;
import edgeai.settings.SettingReader;
import edgeai.worker.settings.WorkerSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker without a model does with pieces; with one it is seen in the system tests. */
class PieceStageTest {
  @TempDir Path folder;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void end() {
    threads.shutdownNow();
    timer.shutdownNow();
  }

  private EngineInUse engine;

  private PieceStage stage(String... settings) {
    Map<String, String> all =
        Map.of("INFER_CALLERS", "2", "DATA_DIR", folder.toString(), settings[0], settings[1]);
    WorkerSettings read = WorkerSettings.read(new SettingReader(all::get));
    engine = WorkerModel.engine(read, new MutableClock());
    PieceStage stage =
        new PieceStage(
            read,
            engine,
            new StageTimes(),
            new Schedule(timer, new Failures()),
            threads,
            threads,
            new Failures());
    stage.open(DecoderCommand.in(folder.resolve("cache"), List.of()));
    return stage;
  }

  private static byte[] piece(long frames) {
    List<PieceFrame> wanted =
        LongStream.rangeClosed(1, frames)
            .mapToObj(id -> new PieceFrame(id, id, id, id, false))
            .toList();
    List<PiecePacket> packets = List.of(new PiecePacket(1_000, 0, 0, 1));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        new PieceHeader(new byte[9], new byte[0], Double.NaN, wanted, packets).bytes());
    bytes.writeBytes(new byte[1_000]);
    return bytes.toByteArray();
  }

  private static InputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  @Test
  void aWorkerThatInfersNothingDecodesNothingEither() throws InterruptedException {
    PieceStage stage = stage("NOOP_DELAY_MS", "1");
    List<PieceLine> lines = new ArrayList<>();

    try (PieceRun run = stage.begin("job", in(piece(40)), Optional.empty())) {
      for (Optional<PieceLine> line = run.next(); line.isPresent(); line = run.next()) {
        lines.add(line.get());
      }
    }

    assertThat(lines).hasSize(40).allMatch(PieceLine::isDone);
    assertThat(lines).allMatch(line -> line.processingTimeMs() >= 1);
    assertThat(stage.pieces().figures().frames()).isEqualTo(40);
    assertThat(folder.resolve("cache")).doesNotExist();
    stage.close();
  }

  @Test
  void itTakesTwiceWhatACoordinatorSendsAndTurnsOthersAway() {
    PieceStage stage = stage("NOOP_DELAY_MS", "1");
    List<PieceRun> runs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      runs.add(stage.begin("job", in(piece(40)), Optional.empty()));
    }

    assertThat(Problems.of(() -> stage.begin("job", in(piece(1)), Optional.empty())))
        .isEqualTo(new Refused(503, "This worker has 6 pieces already."));
    runs.forEach(PieceRun::close);
    stage.close();
  }

  @Test
  void whatIsNoPieceIsToldSo() {
    PieceStage stage = stage("NOOP_DELAY_MS", "1");
    byte[] piece = piece(3);

    assertThat(Problems.of(() -> stage.begin("job", in(new byte[64]), Optional.empty())))
        .isEqualTo(new Refused(400, "The body is no piece of video."));
    for (int length : new int[] {0, 3, 40, piece.length - 1}) {
      byte[] cut = Arrays.copyOf(piece, length);
      assertThat(Problems.of(() -> stage.begin("job", in(cut), Optional.empty())))
          .isEqualTo(new Refused(400, "The piece breaks off before its end."));
    }
    assertThat(Problems.of(() -> stage.begin("job", in(piece), Optional.of("ab"))).status())
        .isEqualTo(409);
    assertThat(stage.pieces().inFlight()).isZero();
    stage.close();
  }

  @Test
  void withoutADecoderItTakesNoPieces() throws IOException {
    PieceStage stage = stage("WORKER_ID", "w");
    engine.use(new Seeing());
    Files.writeString(folder.resolve("cache"), "no folder");

    for (int i = 0; i < 5; i++) {
      assertThat(Problems.of(() -> stage.begin("job", in(piece(1)), Optional.empty())))
          .isEqualTo(
              new Refused(
                  415,
                  "A piece cannot be decoded: its decoder could not be started at this worker."));
    }
    assertThat(stage.pieces().inFlight()).isZero();
    stage.close();
  }

  /** Wants to see each frame. */
  private static final class Seeing implements Engine {
    @Override
    public ModelCard card() {
      return NoOpModel.CARD;
    }

    @Override
    public InferenceOutcome infer(EncodedPicture picture, double confidence) {
      return new InferenceOutcome(List.of(), 0, NoOpModel.CARD.sha256());
    }

    @Override
    public InferenceOutcome infer(PixelPicture picture, double confidence) {
      return new InferenceOutcome(List.of(), 0, NoOpModel.CARD.sha256());
    }

    @Override
    public boolean looks() {
      return true;
    }

    @Override
    public void prove(EncodedPicture picture) {
      // as good as any
    }

    @Override
    public void close() {
      // it holds nothing
    }
  }

  @Test
  void withoutAModelItAsksToComeBack() {
    PieceStage stage = stage("WORKER_ID", "w");

    assertThat(Problems.of(() -> stage.begin("job", in(piece(1)), Optional.empty())))
        .isEqualTo(new Refused(503, "This worker has no model yet."));
    stage.close();
  }
}
