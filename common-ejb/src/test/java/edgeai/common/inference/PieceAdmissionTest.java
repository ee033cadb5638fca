package edgeai.common.inference;

import static edgeai.common.inference.PieceInferenceBench.all;
import static edgeai.common.inference.PieceInferenceBench.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import edgeai.common.error.Unavailable;
import edgeai.common.fixture.Problems;
import edgeai.common.fixture.Problems.Refused;
import edgeai.common.fixture.Scraped;
import edgeai.common.metrics.ShedCounts;
import edgeai.common.piece.MalformedPieceException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PieceAdmissionTest {
  @AutoClose private final PieceInferenceBench bench = new PieceInferenceBench();
  private final EngineInUse engine = bench.engine;
  private final List<ScriptedFrames> started = bench.started;
  private final PieceInference pieces = bench.pieces;

  @Test
  void pastThePlacesAPieceIsTurnedAway() throws Exception {
    engine.use(new CountingEngine("a"));
    List<PieceRun> runs = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      runs.add(bench.begin(i));
    }

    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> bench.begin(5))
        .withMessage("This worker has 4 pieces already.");
    try {
      ShedCounts.register("edge_shed_total", "Turned away.", pieces::shed);
      assertThat(Scraped.samples())
          .containsExactly(
              "edge_shed_total{reason=\"full\"} 1.0", "edge_shed_total{reason=\"no_model\"} 0.0");
    } finally {
      Scraped.forget();
    }

    all(runs.remove(0));
    assertThat(all(bench.begin(5))).hasSize(1);
    for (PieceRun run : runs) {
      all(run);
    }
    assertThat(pieces.inFlight()).isZero();
  }

  @Test
  void whatWasRefusedLeavesItsPlace() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThatExceptionOfType(Unavailable.class)
          .isThrownBy(() -> bench.begin(1))
          .withMessage("This worker has no model yet.");
    }
    engine.use(new CountingEngine("a"));
    byte[] whole = bytes(0.5, 1, 2);
    for (int length = 0; length < whole.length; length++) {
      InputStream cut = new ByteArrayInputStream(Arrays.copyOf(whole, length));
      assertThatExceptionOfType(EOFException.class)
          .isThrownBy(() -> pieces.begin("job", cut, Optional.empty()));
    }
    InputStream none = new ByteArrayInputStream("no piece at all".getBytes());
    assertThatExceptionOfType(MalformedPieceException.class)
        .isThrownBy(() -> pieces.begin("job", none, Optional.empty()));
    assertThatExceptionOfType(MalformedPieceException.class)
        .isThrownBy(() -> bench.begin(1, 2, 1))
        .withMessage("The piece wants a frame twice.");

    assertThat(pieces.inFlight()).isZero();
    assertThat(started).allMatch(source -> source.closed);
  }

  @Test
  void aModelThatWantsMorePixelsThanPiecesAreDecodedToGetsNoPieces() {
    CountingEngine model = new CountingEngine("a");
    model.side = 4097;
    engine.use(model);

    assertThat(Problems.of(() -> bench.begin(1)))
        .isEqualTo(new Refused(415, "Pieces are not decoded for an input of 4097x4097 pixels."));
    assertThat(pieces.inFlight()).isZero();
    assertThat(started).isEmpty();
  }

  @Test
  void aServerThatEndsTakesNone() {
    engine.use(new CountingEngine("a"));
    bench.threads.shutdown();

    for (int i = 0; i < 5; i++) {
      assertThatExceptionOfType(Unavailable.class)
          .isThrownBy(() -> bench.begin(1))
          .withMessage("This worker is ending.");
    }
    assertThat(pieces.inFlight()).isZero();
    assertThat(started).allMatch(source -> source.closed);
  }

  @Test
  void aBodyThatFailsIsNoPiece() {
    engine.use(new CountingEngine("a"));
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }
        };

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> pieces.begin("job", broken, Optional.empty()));
    assertThat(pieces.inFlight()).isZero();
  }
}
