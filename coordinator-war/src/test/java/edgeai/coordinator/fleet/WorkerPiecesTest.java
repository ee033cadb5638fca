package edgeai.coordinator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.QuietLog;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuietLog.class)
class WorkerPiecesTest {
  private final TestPool pool = new TestPool();
  private final WorkerPieces pieces = pool.joinWithPieces("a").pieces();

  @Test
  void thereAreAsManyAsPlacesBesideTheFrames() {
    assertThat(pieces.tryLease()).isTrue();
    assertThat(pieces.tryLease()).isTrue();

    assertThat(pieces.hasRoom()).isFalse();
    assertThat(pieces.tryLease()).isFalse();
    assertThat(pieces.held()).isEqualTo(pieces.places()).isEqualTo(2);
    assertThat(pool.shown("a").pendingPieces()).isEqualTo(2);
    assertThat(pool.fleet().find("a").orElseThrow().tryLease()).isTrue();
  }

  @Test
  void aWorkerThatTakesFramesOnlyHasNoPlaceForAny() {
    WorkerPieces none = pool.join("b").pieces();

    assertThat(none.places()).isZero();
    assertThat(none.tryLease()).isFalse();
  }

  @Test
  void onlyThoseThatItIsDoneWithCount() {
    pieces.tryLease();
    pieces.succeeded();
    pieces.tryLease();
    pieces.declined();
    pieces.tryLease();
    pieces.failed("answered 500");

    assertThat(pieces.held()).isZero();
    assertThat(pool.shown("a").piecesProcessed()).isEqualTo(1);
    assertThat(pool.shown("a").status()).isEqualTo("active");
    assertThat(pool.shown("a").lastError()).isEqualTo("answered 500");
  }

  @Test
  void whoIsFullIsLeftAloneForAMomentAndNotBlamed() {
    pieces.tryLease();
    pieces.refused();

    assertThat(pieces.held()).isZero();
    assertThat(pieces.hasRoom()).isFalse();
    assertThat(pool.shown("a").lastError()).isNull();
    pool.clock().advance(Duration.ofMillis(299));
    assertThat(pieces.tryLease()).isFalse();
    pool.clock().advance(Duration.ofMillis(1));
    assertThat(pieces.tryLease()).isTrue();
  }

  @Test
  void threeThatFailOpenTheCircuitOfFramesToo() {
    for (int failure = 0; failure < 3; failure++) {
      assertThat(pieces.tryLease()).isTrue();
      pieces.failed("broke the connection");
    }

    assertThat(pieces.hasRoom()).isTrue();
    assertThat(pieces.tryLease()).isFalse();
    assertThat(pieces.held()).isZero();
    assertThat(pool.fleet().find("a").orElseThrow().tryLease()).isFalse();
    assertThat(pool.shown("a").circuit()).isEqualTo("open");
  }

  @Test
  void threeThatCannotBeBelievedPutTheWorkerAside() {
    for (int lie = 0; lie < 3; lie++) {
      pieces.tryLease();
      pieces.implausible("answered about frame 7 instead");
      // as a good answer in between would, lest the circuit opens first
      if (pieces.tryLease()) {
        pieces.succeeded();
      }
    }

    assertThat(pool.shown("a").quarantined()).isTrue();
    assertThat(pieces.hasRoom()).isFalse();
  }

  @Test
  void oneThatIsGivenUpTellsNothing() {
    pieces.tryLease();
    pieces.released();

    assertThat(pieces.held()).isZero();
    assertThat(pool.fleet().find("a").orElseThrow().hasAnswered()).isFalse();
    assertThat(pool.shown("a").piecesProcessed()).isZero();
  }
}
