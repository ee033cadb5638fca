package edgeai.coordinator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.door.Asker;
import edgeai.common.fixture.QuietLog;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An owner whose worker was found wrong does not come back clean under another id. */
@ExtendWith(QuietLog.class)
class ProbationTest {
  private static final Owner LIAR = new Owner("token rogue");
  private static final Owner MACHINE = new Owner(Asker.THIS_MACHINE);

  private final TestPool pool = new TestPool();

  private WorkerNode joins(String id) {
    return pool.joinNaming(id, LIAR);
  }

  private static void lies(WorkerNode worker) {
    worker.trust().disagreed("told of 9 cars where there is none", true);
  }

  private WorkerNode lying(String id) {
    WorkerNode worker = joins(id);
    lies(worker);
    assertThat(worker.isQuarantined()).isTrue();
    return worker;
  }

  private static boolean isChecked(WorkerNode worker) {
    return worker.trust().isToBeChecked(0.01, 0.99);
  }

  @Test
  void aNewIdIsGivenOneFrameAtATimeAndAllItFindsIsLookedAt() {
    lying("a");
    WorkerNode next = joins("b");

    assertThat(pool.fleet().onProbation()).isEqualTo(2);
    assertThat(pool.shown("b").places()).isEqualTo(1);
    assertThat(pool.shown("b").note())
        .isEqualTo(
            "on probation until 11:15:30 UTC or 8 agreements: a worker of its owner was found wrong");
    assertThat(next.tryLease()).isTrue();
    assertThat(next.tryLease()).isFalse();
    next.succeeded(10, 10);
    assertThat(IntStream.range(0, 30)).allMatch(any -> isChecked(next));
    assertThat(next.trust().isToBeChecked(0, 0)).isFalse();
  }

  @Test
  void itIsOverOnceOthersAgreedEightTimesOrAfterAnHour() {
    lying("a");
    WorkerNode next = joins("b");
    assertThat(IntStream.range(0, 8)).allMatch(any -> isChecked(next));
    IntStream.range(0, 8).forEach(any -> next.trust().agreed());
    assertThat(pool.shown("b").note()).isNull();
    assertThat(IntStream.range(0, 30)).noneMatch(any -> isChecked(next));

    joins("c");
    assertThat(pool.shown("c").note()).startsWith("on probation");
    pool.clock().advance(Probation.LENGTH);
    assertThat(pool.shown("c").note()).isNull();
  }

  @Test
  void oneAfterTheOther() {
    lying("a");
    WorkerNode second = joins("b");
    WorkerNode third = joins("c");

    assertThat(second.tryLease()).isTrue();
    assertThat(third.isServing()).isFalse();
    assertThat(third.tryLease()).isFalse();
    assertThat(pool.shown("c").refusal())
        .isEqualTo("on probation, after another worker of its owner: one of them was found wrong");
    IntStream.range(0, 8).forEach(any -> second.trust().agreed());
    assertThat(third.tryLease()).isTrue();
    assertThat(second.isServing()).isTrue();
  }

  @Test
  void whoHasItsTurnAndDoesNothingLosesIt() {
    lying("a");
    assertThat(joins("b").tryLease()).isTrue();
    WorkerNode third = joins("c");
    assertThat(third.tryLease()).isFalse();
    pool.passes(Reputation.TURN.toSeconds());

    assertThat(third.tryLease()).isTrue();
  }

  @Test
  void whoLeavesKeepsNobodyWaiting() {
    lying("a");
    WorkerNode second = joins("b");
    assertThat(second.tryLease()).isTrue();
    WorkerNode third = joins("c");
    assertThat(third.isServing()).isFalse();

    assertThat(pool.fleet().remove(second)).isTrue();
    assertThat(third.tryLease()).isTrue();
  }

  @Test
  void fromTheSecondOnWhatIsOnProbationGetsNothingForLonger() {
    lying("a");
    WorkerNode bystander = joins("b");
    lies(joins("c"));
    WorkerNode next = joins("d");

    assertThat(bystander.isQuarantined()).isTrue();
    assertThat(next.isServing()).isFalse();
    assertThat(pool.shown("d").refusal())
        .isEqualTo("quarantined until 10:25:30 UTC: 2 workers of its owner were found wrong");
    pool.passes(599);
    assertThat(next.isServing()).isFalse();
    pool.passes(1);
    assertThat(next.tryLease()).isTrue();
    lies(next);
    pool.passes(1199);
    assertThat(bystander.isServing()).isFalse();
  }

  @Test
  void itStaysWithAnIdThatLeavesAndComesBack() {
    WorkerNode liar = lying("a");
    assertThat(pool.fleet().remove(liar)).isTrue();
    joins("a");

    assertThat(pool.shown("a").note()).startsWith("on probation");
  }

  @Test
  void itIsForgottenAfterADay() {
    lying("a");
    pool.clock().advance(Reputation.MEMORY.minusSeconds(1));
    joins("b");
    assertThat(pool.shown("b").note()).startsWith("on probation");
    pool.clock().advance(Duration.ofSeconds(1));
    joins("c");

    assertThat(pool.shown("c").note()).isNull();
  }

  @Test
  void nobodyElseIsConcerned() {
    WorkerNode honest = pool.joinNaming("honest", new Owner("token other"));
    lying("a");
    lies(joins("b"));

    assertThat(honest.isServing()).isTrue();
    assertThat(pool.shown("honest").note()).isNull();
    assertThat(pool.joinNaming("new", new Owner("token other")).isServing()).isTrue();
  }

  /** What the owner has in the pool goes on; the next frame of it is looked at. */
  @Test
  void whatIsThereAlreadyKeepsItsPlacesAndIsLookedAtOnce() {
    WorkerNode sibling = joins("sibling");
    while (!sibling.trust().isToBeChecked(0.01, 0.5)) {
      assertThat(sibling.isServing()).isTrue();
    }
    assertThat(isChecked(sibling)).isFalse();
    lying("a");

    assertThat(sibling.isServing()).isTrue();
    assertThat(pool.shown("sibling").note()).isNull();
    assertThat(isChecked(sibling)).isTrue();
    sibling.trust().agreed();
    assertThat(isChecked(sibling)).isFalse();
  }

  /** Programs of one machine may have nothing to do with each other. */
  @Test
  void onThisMachineNobodyIsKeptOutForWhatAnotherDid() {
    WorkerNode honest = pool.joinNaming("honest", MACHINE);
    for (String id : new String[] {"a", "b", "c"}) {
      lies(pool.joinNaming(id, MACHINE));
    }
    WorkerNode next = pool.joinNaming("d", MACHINE);

    assertThat(honest.isServing()).isTrue();
    assertThat(next.isQuarantined()).isFalse();
    assertThat(next.tryLease()).isTrue();
    IntStream.range(0, 8).forEach(any -> next.trust().agreed());
    assertThat(pool.shown("d").note()).isNull();
  }

  @Test
  void anOperatorPardons() {
    WorkerNode liar = lying("a");
    lies(joins("b"));
    WorkerNode next = joins("c");
    assertThat(next.isServing()).isFalse();

    assertThat(pool.fleet().pardon("a")).isTrue();
    assertThat(liar.isServing()).isTrue();
    assertThat(next.isServing()).isTrue();
    assertThat(pool.shown("c").note()).isNull();
    assertThat(pool.fleet().onProbation()).isZero();
    assertThat(pool.fleet().pardon("nobody")).isFalse();
  }
}
