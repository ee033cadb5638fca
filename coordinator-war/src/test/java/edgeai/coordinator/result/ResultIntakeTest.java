package edgeai.coordinator.result;

import static edgeai.coordinator.result.TestResults.seen;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.FiredEvents;
import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.fixture.Problems;
import edgeai.common.fixture.QuietLog;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import edgeai.common.wire.PostedResult;
import edgeai.coordinator.dispatch.TestChecks;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.fleet.Owner;
import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FrameNonce;
import edgeai.coordinator.frame.OpenFrames;
import edgeai.coordinator.frame.TestFrames;
import edgeai.coordinator.store.TestLedger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who may say what was found in a frame. */
@OnBothDatabases
@Timeout(30)
@ExtendWith(QuietLog.class)
class ResultIntakeTest {
  private static final Sender OWNER = new Sender(TestPool.SOMEBODY, null);
  private static final Sender STRANGER = new Sender(new Owner("address 10.0.0.66"), null);

  private final TestPool pool = new TestPool();
  private final OpenFrames open = new OpenFrames();
  private final WorkerNode honest = pool.join("honest");
  private final Frame frame = TestFrames.frame(1);
  private TestLedger ledger;
  private RunningTotals totals;
  private ResultIntake intake;

  @BeforeEach
  void open(@TempDir Path folder) {
    ledger = new TestLedger(folder);
    totals = TestTotals.of(ledger);
    ResultStage stage = TestStage.of(ledger, totals, counts -> {}, new FiredEvents());
    intake =
        new ResultIntake(
            open,
            stage,
            new FrameRepository(ledger.database()),
            pool.fleet(),
            TestChecks.none(pool),
            pool.clock());
    open.add(frame);
    frame.begin(honest, 0, Instant.EPOCH);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private static PostedResult result(String workerId, Detection... found) {
    return new PostedResult(workerId, 1, List.of(found), 5);
  }

  private static Detection beyond() {
    return new Detection("car", 0.9, new Box(0, 0, TestFrames.WIDTH + 1, 10));
  }

  private Problems.Refused refusal(String workerId, Sender sender, Detection... found) {
    return Problems.of(() -> intake.posted(result(workerId, found), sender));
  }

  @Test
  void aResultOfWhomTheFrameWasSentToCounts() {
    FrameResult stored = intake.posted(result("honest", seen("car")), OWNER);

    assertThat(stored.jobId()).isEqualTo("job");
    assertThat(frame.isSettled()).isTrue();
    assertThat(totals.summary().workerSummary()).containsEntry("honest", 1L);
  }

  @Test
  void nobodySpeaksInTheNameOfAnothersWorker() {
    assertThat(refusal("honest", STRANGER, seen("car")).status()).isEqualTo(409);

    assertThat(frame.isSettled()).isFalse();
    assertThat(totals.summary().totalFrames()).isZero();
  }

  @Test
  void whoBringsWhatTheFrameWasSentWithSpeaksForItFromWherever() {
    Sender elsewhere = new Sender(STRANGER.owner(), FrameNonce.of(1, honest));

    assertThat(intake.posted(result("honest", seen("car")), elsewhere).jobId()).isEqualTo("job");
  }

  @Test
  void theNonceOfAnotherFrameOrWorkerOpensNothing() {
    Sender otherFrame = new Sender(STRANGER.owner(), FrameNonce.of(2, honest));
    Sender otherWorker = new Sender(STRANGER.owner(), FrameNonce.of(1, pool.join("b")));
    Sender guess = new Sender(STRANGER.owner(), "0".repeat(32));

    for (Sender sender : List.of(otherFrame, otherWorker, guess)) {
      assertThat(refusal("honest", sender, seen("car")).status()).isEqualTo(409);
    }
    assertThat(frame.isSettled()).isFalse();
  }

  @Test
  void nobodySpeaksForTheCoordinatorsOwnWorker() {
    WorkerNode own = pool.joinLocal(1);
    frame.begin(own, 0, Instant.EPOCH);
    for (int i = 0; i < 3; i++) {
      assertThat(refusal(Fleet.LOCAL_ID, STRANGER, beyond()).status()).isEqualTo(409);
      assertThat(refusal(Fleet.LOCAL_ID, OWNER, seen("car")).status()).isEqualTo(409);
    }

    assertThat(own.isQuarantined()).isFalse();
    assertThat(totals.summary().totalFrames()).isZero();
  }

  @Test
  void whatCannotBeTrueCostsOnlyWhoeverItIsFrom() {
    for (int i = 0; i < 3; i++) {
      assertThat(refusal("honest", STRANGER, beyond()).status()).isEqualTo(409);
    }
    assertThat(honest.isQuarantined()).isFalse();
    for (int i = 0; i < 3; i++) {
      assertThat(refusal("honest", OWNER, beyond()).status()).isEqualTo(422);
    }

    assertThat(honest.isQuarantined()).isTrue();
    assertThat(refusal("honest", OWNER, seen("car")).status()).isEqualTo(409);
    pool.join("honest");
    assertThat(refusal("honest", OWNER, seen("car")).status()).isEqualTo(409);
    assertThat(frame.isSettled()).isFalse();
  }

  @Test
  void aWorkerThatRegisteredAgainMeanwhileHasDoneItsFrame() {
    pool.join("honest");

    assertThat(intake.posted(result("honest", seen("car")), OWNER).jobId()).isEqualTo("job");
  }

  @Test
  void aResultOfNobodyThatIsRegisteredIsKeptApart() {
    FrameResult kept = intake.posted(result("passer-by", seen("car")), STRANGER);

    assertThat(kept.jobId()).isNull();
    assertThat(frame.isSettled()).isFalse();
  }
}
