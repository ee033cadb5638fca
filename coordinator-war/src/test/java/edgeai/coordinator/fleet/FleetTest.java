package edgeai.coordinator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Problems;
import edgeai.common.fixture.Problems.Refused;
import edgeai.common.fixture.QuietLog;
import edgeai.common.wire.Worker;
import edgeai.common.wire.WorkerHeartbeat;
import edgeai.coordinator.model.ModelsChanged;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuietLog.class)
class FleetTest {
  private static final Set<String> NOBODY = Set.of();
  private static final Function<WorkerNode, Optional<String>> ANY = worker -> Optional.empty();

  private final TestPool pool = new TestPool("MAX_WORKERS", "3");
  private final Fleet fleet = pool.fleet();

  private List<String> ids() {
    return pool.list().stream().map(Worker::workerId).toList();
  }

  @Test
  void aWorkerThatJoinedIsIdleAndListed() {
    pool.join("a");

    assertThat(pool.list()).hasSize(1);
    assertThat(pool.shown("a").status()).isEqualTo("idle");
    assertThat(pool.shown("a").circuit()).isEqualTo("closed");
    assertThat(pool.events().of(FleetChanged.class)).hasSize(1);
  }

  @Test
  void theOwnIdOfTheCoordinatorCannotBeTaken() {
    assertThat(Problems.of(() -> pool.join(Fleet.LOCAL_ID)))
        .isEqualTo(new Refused(409, "coordinator-local is the coordinator's own worker."));
    assertThat(ids()).isEmpty();
  }

  @Test
  void theLocalWorkerCannotBeRemovedAndIsNeverSilent() {
    fleet.addLocal(TestPool.worker(Fleet.LOCAL_ID, 2));
    pool.clock().advance(Duration.ofDays(2));
    fleet.watch();

    assertThat(Problems.of(() -> fleet.remove(Fleet.LOCAL_ID)).status()).isEqualTo(409);
    assertThat(pool.shown(Fleet.LOCAL_ID).status()).isEqualTo("idle");
    assertThat(pool.places().lease(NOBODY, any -> true)).isPresent();
  }

  @Test
  void withoutALocalWorkerItsIdIsUnknown() {
    assertThat(fleet.remove(Fleet.LOCAL_ID)).isFalse();
  }

  @Test
  void theFramesOfAWorkerAreThoseThatCountForIt() {
    WorkerNode node = pool.join("a");
    pool.counted("a", 7);
    pool.places().lease(NOBODY, any -> true);
    node.succeeded(10, 10);

    assertThat(pool.shown("a").framesProcessed()).isEqualTo(7);
    pool.join("a");
    assertThat(pool.shown("a").framesProcessed()).isEqualTo(7);
    assertThat(pool.join("b").id()).isEqualTo("b");
    assertThat(pool.shown("b").framesProcessed()).isZero();
  }

  @Test
  void theLastErrorOfAWorkerIsShownUntilItDoesAFrame() {
    WorkerNode node = pool.join("a");
    assertThat(pool.shown("a").lastError()).isNull();
    pool.places().lease(NOBODY, any -> true);
    node.failed("answered 503");

    assertThat(pool.shown("a").lastError()).isEqualTo("answered 503");
    assertThat(pool.shown("a").lastErrorAt()).isEqualTo(pool.clock().instant());
    pool.places().lease(NOBODY, any -> true);
    node.succeeded(10, 10);
    assertThat(pool.shown("a").lastError()).isNull();
    assertThat(pool.shown("a").lastErrorAt()).isNull();
  }

  @Test
  void aPoolIsInTroubleWhereNoWorkerIsWell() {
    TestPool large = new TestPool();
    assertThat(large.fleet().trouble(ANY)).contains("No worker does frames: none has joined.");
    large.join(TestPool.withModel("other", "cd".repeat(32)));
    for (String id : List.of("a", "b", "c", "d")) {
      WorkerNode node = large.join(id);
      large.places().lease(NOBODY, any -> true);
      node.failed("boom");
    }
    assertThat(large.fleet().trouble(ANY).orElseThrow())
        .startsWith("No worker does frames: a did not do its last frame (")
        .contains("; b did", "; c did", "; and 2 more.");
    large.join("well");
    assertThat(large.fleet().trouble(ANY)).isEmpty();
  }

  @Test
  void aPoolIsInTroubleWhereNoWorkerCanDoWhatIsMeant() {
    TestPool agents = new TestPool();
    agents.join("a");

    assertThat(agents.fleet().trouble(worker -> Optional.of("cannot fly")))
        .contains("No worker does frames: a cannot fly.");
    assertThat(agents.places().elsewhere(NOBODY, worker -> false, 1e9)).isEmpty();
    assertThat(agents.places().elsewhere(NOBODY, worker -> true, 1e9)).isPresent();
  }

  @Test
  void registeringAgainReplacesAndTellsThatTheFormerIsGone() {
    WorkerNode former = pool.join("a");
    pool.places().lease(NOBODY, any -> true);
    former.succeeded(10, 10);
    WorkerNode latter = pool.join("a");

    assertThat(ids()).isEqualTo(List.of("a"));
    assertThat(former.isGone()).isTrue();
    assertThat(former.isServing()).isFalse();
    assertThat(pool.events().of(WorkerGone.class))
        .isEqualTo(List.of(new WorkerGone(former, "worker a registered again")));
  }

  @Test
  void aWorkerThatLeavesIsGone() {
    WorkerNode node = pool.join("a");

    assertThat(fleet.remove("a")).isTrue();
    assertThat(fleet.remove("a")).isFalse();
    assertThat(fleet.heartbeat("a", TestPool.SOMEBODY, WorkerHeartbeat.SILENT)).isFalse();
    assertThat(pool.events().of(WorkerGone.class))
        .isEqualTo(List.of(new WorkerGone(node, "worker a left")));
  }

  @Test
  void aWorkerWithoutTheCapabilityIsListedWithTheReasonAndGetsNoFrames() {
    pool.join(TestPool.registration("a", List.of("gpu"), null, 1, true));

    assertThat(pool.shown("a").refusal()).isEqualTo("it does not announce the capability yolov8n");
    assertThat(pool.places().lease(NOBODY, any -> true)).isEmpty();
    assertThat(fleet.places()).isZero();
  }

  @Test
  void aWorkerWithAnotherModelIsListedWithTheReasonAndGetsNoFrames() {
    pool.join(TestPool.withModel("a", "cd".repeat(32)));

    assertThat(pool.shown("a").refusal())
        .isEqualTo("its model cdcdcdcdcdcd is not the pool's abababababab");
    assertThat(pool.shown("a").classes()).isNull();
    assertThat(pool.places().lease(NOBODY, any -> true)).isEmpty();
  }

  @Test
  void aHeartbeatSaysWhichModelsAreOpen() {
    String other = "cd".repeat(32);
    pool.join(TestPool.withModel("a", other));
    assertThat(pool.shown("a").refusal()).isNotNull();

    fleet.heartbeat(
        "a", TestPool.SOMEBODY, new WorkerHeartbeat(List.of(TestPool.MODEL, other), "on the CPU"));

    assertThat(pool.shown("a").refusal()).isNull();
    assertThat(pool.shown("a").models()).containsExactly(TestPool.MODEL, other);
    assertThat(pool.shown("a").modelSha256()).isEqualTo(TestPool.MODEL);
    assertThat(pool.shown("a").model()).isEqualTo("pool");
    assertThat(pool.shown("a").classes()).containsExactly("car", "bus");
    assertThat(pool.shown("a").note()).isEqualTo("on the CPU");
    assertThat(pool.places().lease(NOBODY, node -> node.has(other.toUpperCase(Locale.ROOT))))
        .isPresent();
    fleet.heartbeat("a", TestPool.SOMEBODY, new WorkerHeartbeat(List.of(), null));
    assertThat(pool.shown("a").refusal())
        .isEqualTo("it does not have the pool's model abababababab yet");
    pool.heartbeat("a");
    assertThat(pool.shown("a").models()).isEmpty();
  }

  @Test
  void aWorkerWithTheModelOfAJobGetsItsFrames() {
    String other = "cd".repeat(32);
    pool.join(TestPool.withModel("a", other));
    assertThat(pool.places().lease(NOBODY, any -> true)).isEmpty();

    pool.model().hold(other);
    fleet.onModels(new ModelsChanged(List.of()));

    assertThat(pool.shown("a").refusal()).isNull();
    assertThat(pool.places().lease(NOBODY, node -> node.has(TestPool.MODEL))).isEmpty();
    assertThat(pool.places().lease(NOBODY, node -> node.has(other))).isPresent();
    pool.model().release(other);
    fleet.onModels(new ModelsChanged(List.of()));
    assertThat(pool.shown("a").refusal())
        .isEqualTo("its model cdcdcdcdcdcd is not the pool's abababababab");
  }

  @Test
  void theCoordinatorsOwnWorkerHasWhatIsOpenHere() {
    fleet.addLocal(TestPool.withModel(Fleet.LOCAL_ID, TestPool.MODEL));

    fleet.onModels(new ModelsChanged(List.of("ef".repeat(32), TestPool.MODEL)));

    assertThat(pool.shown(Fleet.LOCAL_ID).models())
        .containsExactly("ef".repeat(32), TestPool.MODEL);
  }

  @Test
  void aWorkerThatNamesNoModelNeverDoes() {
    pool.join("a");

    fleet.heartbeat("a", TestPool.SOMEBODY, new WorkerHeartbeat(List.of("cd".repeat(32)), null));

    assertThat(pool.shown("a").models()).isEmpty();
    assertThat(pool.places().lease(NOBODY, node -> node.has(TestPool.MODEL))).isPresent();
  }

  @Test
  void aWorkerWithThePoolsModelShowsItsClasses() {
    Worker joined = pool.roster().show(pool.join(TestPool.withModel("a", TestPool.MODEL)));

    assertThat(joined.classes()).isEqualTo(pool.shown("a").classes());
    assertThat(pool.shown("a").classes()).isEqualTo(List.of("car", "bus"));
    assertThat(pool.shown("a").inputSize()).isEqualTo("640x480");
    assertThat(pool.places().lease(NOBODY, any -> true)).isPresent();
  }

  @Test
  void aWorkerThatNamesNoModelGetsFrames() {
    pool.join("a");

    assertThat(pool.places().lease(NOBODY, any -> true)).isPresent();
  }

  @Test
  void aFullPoolRefusesOneMore() {
    List.of("a", "b", "c").forEach(pool::join);

    assertThat(Problems.of(() -> pool.join("d")))
        .isEqualTo(new Refused(503, "The pool is full: MAX_WORKERS=3."));
    pool.join("b");
    assertThat(ids()).isEqualTo(List.of("a", "b", "c"));
  }

  @Test
  void aFullPoolDropsTheLongestOffline() {
    pool.join("a");
    pool.clock().advanceSeconds(5);
    pool.join("b");
    pool.clock().advanceSeconds(40);
    pool.join("c");
    pool.join("d");

    assertThat(ids()).isEqualTo(List.of("b", "c", "d"));
  }

  @Test
  void placesAreThoseOfServingWorkers() {
    pool.join(TestPool.worker("a", 3));
    pool.join(TestPool.withModel("b", "cd".repeat(32)));

    assertThat(fleet.places()).isEqualTo(3);
  }
}
