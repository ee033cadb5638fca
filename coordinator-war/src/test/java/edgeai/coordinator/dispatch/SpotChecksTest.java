package edgeai.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.QuietLog;
import edgeai.common.metrics.StageTimes;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import edgeai.common.wire.Worker;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.fleet.Owner;
import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.TestFrames;
import edgeai.coordinator.settings.TestSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(30)
@ExtendWith(QuietLog.class)
class SpotChecksTest {
  private static final List<Detection> TRUTH =
      List.of(new Detection("car", 0.9, new Box(10, 10, 200, 100)));
  private static final List<Detection> LIE =
      List.of(new Detection("dog", 0.9, new Box(300, 300, 400, 400)));
  private static final Owner STRANGER = new Owner("address 10.0.0.66");

  private final TestPool pool = new TestPool();
  private final DispatchFigures figures = new DispatchFigures(new StageTimes());
  private final Map<String, List<Detection>> finds = new HashMap<>();
  private final Asked asked = new Asked();
  private double random;

  private SpotChecks checks(String share) {
    return new SpotChecks(
        pool.fleet(), asked, figures, TestSettings.with("SPOT_CHECK_SHARE", share), () -> random);
  }

  private void check(WorkerNode doer, List<Detection> found) {
    SpotChecks checks = checks("1");
    checks.consider(TestFrames.frame(7), doer, found);
    // a third opinion is another check
    checks.begin(false, true);
    checks.begin(false, true);
  }

  private WorkerNode naming(String id, String owner) {
    return pool.joinNaming(id, new Owner(owner));
  }

  private Worker shown(String id) {
    return pool.list().stream().filter(w -> w.workerId().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void whoFindsWhatTheCoordinatorFindsIsFine() {
    WorkerNode honest = naming("honest", "h");
    pool.joinLocal(1);
    finds.put(Fleet.LOCAL_ID, TRUTH);
    check(honest, TRUTH);

    assertThat(shown("honest").spotChecks()).isEqualTo(1);
    assertThat(shown("honest").disagreements()).isZero();
    assertThat(honest.isQuarantined()).isFalse();
    assertThat(figures.checksAgreed()).isEqualTo(1);
  }

  @Test
  void whoLiesPlausiblyIsPutAsideWithTheEvidence() {
    WorkerNode liar = naming("liar", "x");
    pool.joinLocal(1);
    finds.put(Fleet.LOCAL_ID, TRUTH);
    check(liar, LIE);

    assertThat(liar.isQuarantined()).isTrue();
    assertThat(shown("liar").disagreements()).isEqualTo(1);
    assertThat(shown("liar").lastDisagreement())
        .isEqualTo(
            "missed 1 of 1 objects that coordinator-local is sure of in frame 7, and is sure of 1"
                + " that coordinator-local does not see");
    assertThat(shown("liar").refusal()).contains("frame 7");
    assertThat(figures.checksDisagreed()).isEqualTo(1);
  }

  /** It may have a model of its own, as the contract allows. */
  @Test
  void whoNamesNoModelIsPutAsideOnlyWhenItIsWrongThreeTimes() {
    WorkerNode agent = pool.join("agent", STRANGER);
    pool.joinLocal(1);
    finds.put(Fleet.LOCAL_ID, TRUTH);
    check(agent, LIE);
    check(agent, LIE);
    assertThat(agent.isQuarantined()).isFalse();
    check(agent, LIE);

    assertThat(agent.isQuarantined()).isTrue();
    assertThat(shown("agent").disagreements()).isEqualTo(3);
  }

  @Test
  void theCoordinatorsOwnWorkerIsNotChecked() {
    WorkerNode own = pool.joinLocal(1);
    naming("liar", "x");
    finds.put("liar", LIE);
    check(own, TRUTH);

    assertThat(asked.by).isEmpty();
  }

  @Test
  void oneAgainstOneProvesNothing() {
    WorkerNode honest = naming("honest", "h");
    WorkerNode liar = naming("liar", "x");
    finds.put("liar", LIE);
    check(honest, TRUTH);

    assertThat(honest.isQuarantined()).isFalse();
    assertThat(liar.isQuarantined()).isFalse();
    assertThat(shown("honest").disagreements()).isEqualTo(1);
  }

  @Test
  void twoOwnersAreAgainstAThird() {
    WorkerNode honest = naming("honest", "h");
    WorkerNode liar = naming("a-liar", "x");
    WorkerNode witness = naming("witness", "w");
    finds.put("a-liar", LIE);
    finds.put("honest", TRUTH);
    finds.put("witness", TRUTH);
    check(honest, TRUTH);

    assertThat(honest.isQuarantined()).isFalse();
    assertThat(witness.isQuarantined()).isFalse();
    // whichever was asked first
    assertThat(liar.isQuarantined()).isEqualTo(asked.by.contains("a-liar"));
    check(liar, LIE);
    assertThat(liar.isQuarantined()).isTrue();
  }

  @Test
  void thoseInTheSameHandsDoNotVouchForEachOther() {
    WorkerNode liar = naming("liar", "x");
    naming("accomplice", "x");
    finds.put("accomplice", LIE);
    check(liar, LIE);

    assertThat(asked.by).isEmpty();
    assertThat(shown("liar").spotChecks()).isZero();
  }

  @Test
  void anAgentWhoseResultsWouldBeCountedIsNotAsked() {
    WorkerNode honest = naming("honest", "h");
    pool.joinAgent("agent", STRANGER);
    check(honest, TRUTH);

    assertThat(asked.by).isEmpty();
  }

  @Test
  void aShareOfTheFramesIsCheckedAndOneOfTheFirstInAnyCase() {
    WorkerNode honest = naming("honest", "h");
    pool.joinLocal(1);
    finds.put(Fleet.LOCAL_ID, TRUTH);
    SpotChecks checks = checks("0.01");
    random = 0.9999;
    for (int i = 1; i <= 100; i++) {
      checks.consider(TestFrames.frame(i), honest, TRUTH);
      checks.begin(false, true);
    }
    assertThat(shown("honest").spotChecks()).isEqualTo(1);
    random = 0.0099;
    checks.consider(TestFrames.frame(101), honest, TRUTH);
    checks.begin(false, true);

    assertThat(shown("honest").spotChecks()).isEqualTo(2);
  }

  @Test
  void framesThatWaitGoFirstForAMoment() {
    WorkerNode honest = naming("honest", "h");
    pool.joinLocal(1);
    finds.put(Fleet.LOCAL_ID, TRUTH);
    SpotChecks checks = checks("1");
    checks.consider(TestFrames.frame(7), honest, TRUTH);
    checks.begin(false, false);
    assertThat(asked.by).isEmpty();

    await()
        .untilAsserted(
            () -> {
              checks.begin(false, false);
              assertThat(asked.by).containsExactly(Fleet.LOCAL_ID);
            });
  }

  @Test
  void whoDoesNotAnswerIsNotComparedAndItsPlaceIsFree() {
    WorkerNode honest = naming("honest", "h");
    WorkerNode own = pool.joinLocal(1);
    check(honest, TRUTH);

    assertThat(shown("honest").spotChecks()).isZero();
    assertThat(figures.checksLapsed()).isEqualTo(1);
    assertThat(shown(Fleet.LOCAL_ID).pendingFrames()).isZero();
    assertThat(own.isServing()).isTrue();
  }

  /** Answers at once what a test says that a worker finds, or nothing. */
  private final class Asked extends SecondLook {
    private final List<String> by = new ArrayList<>();

    @Override
    Future<?> at(SpotCheck check, WorkerNode worker, Consumer<Optional<List<Detection>>> taker) {
      by.add(worker.id());
      taker.accept(Optional.ofNullable(finds.get(worker.id())));
      return CompletableFuture.completedFuture(null);
    }
  }
}
