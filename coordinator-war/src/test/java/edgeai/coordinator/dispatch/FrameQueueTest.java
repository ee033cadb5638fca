package edgeai.coordinator.dispatch;

import static edgeai.coordinator.frame.TestFrames.frame;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.coordinator.frame.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameQueueTest {
  private static final int MIB = 1 << 20;

  private final FrameQueue queue = new FrameQueue();

  private List<Long> takeAll() {
    List<Long> ids = new ArrayList<>();
    for (Optional<Frame> f = take(); f.isPresent(); f = take()) {
      ids.add(f.get().id());
    }
    return ids;
  }

  private Optional<Frame> take() {
    return queue.take(frame -> true);
  }

  private void add(String jobId, long... ids) {
    for (long id : ids) {
      queue.addLast(frame(id, jobId));
    }
  }

  @Test
  void anEmptyQueueGivesNothing() {
    assertThat(take()).isEmpty();
    assertThat(queue.size()).isZero();
    assertThat(queue.oldestNanos()).isZero();
  }

  @Test
  void theOldestCountsWhicheverJobItIsOf() {
    Frame oldest = frame(1, "a");
    add("b", 2);
    queue.addLast(oldest);
    long before = oldest.ageNanos();
    assertThat(queue.oldestNanos()).isBetween(before, oldest.ageNanos());

    queue.removeAll("a");
    assertThat(queue.oldestNanos()).isPositive().isLessThan(oldest.ageNanos());
  }

  @Test
  void oneJobIsServedInItsOrder() {
    add("a", 1, 2, 3);

    assertThat(takeAll()).isEqualTo(List.of(1L, 2L, 3L));
  }

  @Test
  void jobsTakeTurnsHoweverManyFramesTheyHave() {
    add("a", 1, 2, 3, 4);
    add("b", 11, 12);
    add("c", 21);

    assertThat(takeAll()).isEqualTo(List.of(1L, 11L, 21L, 2L, 12L, 3L, 4L));
  }

  @Test
  void aLateJobGetsItsTurnAtOnce() {
    add("a", 1, 2, 3);
    take();
    add("b", 11, 12);

    assertThat(takeAll()).isEqualTo(List.of(2L, 11L, 3L, 12L));
  }

  @Test
  void aRetryGoesToTheFrontOfItsJob() {
    add("a", 2, 3);
    queue.addFirst(frame(1, "a"));

    assertThat(takeAll()).isEqualTo(List.of(1L, 2L, 3L));
  }

  @Test
  void aFrameThatSuitsNobodyHoldsUpNoOther() {
    add("a", 1, 2);
    add("b", 11);

    assertThat(queue.take(f -> f.id() != 1).map(Frame::id)).contains(2L);
    assertThat(queue.take(f -> f.id() > 10).map(Frame::id)).contains(11L);
    assertThat(queue.take(f -> f.id() > 10)).isEmpty();
    assertThat(takeAll()).isEqualTo(List.of(1L));
  }

  @Test
  void thirtyTwoFramesFillAJobsRoom() {
    for (int i = 1; i <= 32; i++) {
      assertThat(queue.hasRoom("a")).isTrue();
      add("a", i);
    }

    assertThat(queue.hasRoom("a")).isFalse();
    assertThat(queue.hasRoom("b")).isTrue();
    take();
    assertThat(queue.hasRoom("a")).isTrue();
  }

  @Test
  void thirtyTwoMebibytesFillAJobsRoom() {
    queue.addLast(frame(1, "a", 20 * MIB));
    assertThat(queue.hasRoom("a")).isTrue();
    queue.addLast(frame(2, "a", 12 * MIB));

    assertThat(queue.hasRoom("a")).isFalse();
    take();
    assertThat(queue.hasRoom("a")).isTrue();
  }

  @Test
  void aFrameOfFiftyMebibytesFitsWhereNothingWaits() {
    assertThat(queue.hasRoom("a")).isTrue();
    queue.addLast(frame(1, "a", 50 * MIB));
    assertThat(queue.hasRoom("a")).isFalse();
    take();

    assertThat(queue.hasRoom("a")).isTrue();
  }

  @Test
  void aRetryNeedsNoRoom() {
    for (int i = 1; i <= 32; i++) {
      add("a", i);
    }
    queue.addFirst(frame(99, "a"));

    assertThat(queue.size()).isEqualTo(33);
    assertThat(takeAll()).startsWith(99L).hasSize(33);
  }

  @Test
  void aCancelledJobLeavesNothingBehind() {
    add("a", 1, 2);
    add("b", 11);

    assertThat(queue.removeAll("a")).extracting(Frame::id).isEqualTo(List.of(1L, 2L));
    assertThat(queue.removeAll("a")).isEmpty();
    assertThat(queue.hasRoom("a")).isTrue();
    assertThat(takeAll()).isEqualTo(List.of(11L));
  }
}
