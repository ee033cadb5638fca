package edgeai.common.live;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.QuietLog;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuietLog.class)
class LiveHubTest {
  private static final LiveLimits LIMITS =
      new LiveLimits(
          3, 6, 5, 100, 40, Duration.ofSeconds(20), Duration.ofSeconds(15), Duration.ofSeconds(65));

  private final MutableClock clock = new MutableClock();
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final LiveHub hub = new LiveHub(LIMITS, tasks::add, clock);

  private void run() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  private TestChannel join(String name) {
    TestChannel channel = new TestChannel();
    hub.join(channel, name).orElseThrow();
    return channel;
  }

  private void publish(String... messages) {
    for (String message : messages) {
      hub.publish(message);
      run();
    }
  }

  @Test
  void everybodyGetsEverythingInItsOrder() {
    TestChannel one = join(null);
    TestChannel other = join(null);
    publish("1", "2", "3");

    assertThat(one.sent).containsExactly("1", "2", "3");
    assertThat(other.sent).containsExactly("1", "2", "3");
  }

  @Test
  void publishingOnlyFillsQueues() {
    TestChannel channel = join(null);
    hub.publish("1");
    hub.publish("2");

    assertThat(channel.sent).isEmpty();
    assertThat(tasks).hasSize(1);
    run();
    assertThat(channel.sent).containsExactly("1", "2");
  }

  @Test
  void aClientThatHangsGetsOneAtATimeAndDelaysNobody() {
    TestChannel stuck = join(null);
    TestChannel other = join(null);
    stuck.stuck = true;
    publish("1", "2", "3");

    assertThat(stuck.sent).containsExactly("1");
    assertThat(other.sent).containsExactly("1", "2", "3");
    stuck.release();
    run();
    assertThat(stuck.sent).containsExactly("1", "2", "3");
  }

  @Test
  void aClientThatHangsLosesTheOldest() {
    TestChannel stuck = join(null);
    stuck.stuck = true;
    publish("0", "1", "2", "3", "4", "5", "6", "7");

    assertThat(hub.dropped()).isEqualTo(2);
    stuck.release();
    run();
    assertThat(stuck.sent).containsExactly("0", "3", "4", "5", "6", "7");
  }

  @Test
  void whatWaitsIsBoundedInCharactersToo() {
    TestChannel stuck = join(null);
    stuck.stuck = true;
    String sixty = "x".repeat(60);
    publish("0", sixty, sixty, "y".repeat(500));

    assertThat(hub.dropped()).isEqualTo(2);
    stuck.release();
    run();
    assertThat(stuck.sent).containsExactly("0", "y".repeat(500));
  }

  @Test
  void aClientThatTakesNothingIsClosedInTheEnd() {
    TestChannel stuck = join(null);
    stuck.stuck = true;
    publish("1");
    clock.advanceSeconds(15);
    hub.pulse();
    assertThat(stuck.ends).isEmpty();
    clock.advanceSeconds(0.001);
    hub.pulse();
    hub.pulse();

    assertThat(stuck.ends).containsExactly(LiveChannel.End.STALLED);
    assertThat(hub.clients()).isZero();
    assertThat(hub.ended(LiveChannel.End.STALLED)).isEqualTo(1);
    stuck.release();
    run();
    assertThat(stuck.sent).containsExactly("1");
  }

  @Test
  void onlySoMuchIsOnItsWayBeforeAPongConfirmsIt() {
    TestChannel channel = new TestChannel();
    LiveClient client = hub.join(channel, null).orElseThrow();
    String fifteen = "x".repeat(15);
    publish(fifteen, fifteen, fifteen, "more");

    assertThat(channel.sent).hasSize(3);
    assertThat(channel.pings).containsExactly(30L);
    hub.confirmed(client, 30);
    run();
    assertThat(channel.sent).endsWith("more");
  }

  @Test
  void aPongThatAnswersNoPingOfOursConfirmsNothing() {
    TestChannel channel = new TestChannel();
    LiveClient client = hub.join(channel, null).orElseThrow();
    String fifteen = "x".repeat(15);
    publish(fifteen, fifteen, fifteen, "more");
    hub.confirmed(client, 0);
    hub.confirmed(client, Long.MIN_VALUE);
    run();
    assertThat(channel.sent).hasSize(3);
    hub.confirmed(client, Long.MAX_VALUE);
    run();
    assertThat(channel.sent).as("no further than the last ping").endsWith("more");
  }

  @Test
  void aClientWhoseContainerTakesAllButWhichNeverAnswersIsStalled() {
    TestChannel channel = join(null);
    publish("x".repeat(50), "more");
    clock.advanceSeconds(16);
    hub.pulse();

    assertThat(channel.sent).hasSize(1);
    assertThat(channel.ends).containsExactly(LiveChannel.End.STALLED);
  }

  @Test
  void aMessageLargerThanAnyWindowIsSentAlone() {
    TestChannel channel = new TestChannel();
    LiveClient client = hub.join(channel, null).orElseThrow();
    publish("x".repeat(1_000), "more");
    assertThat(channel.sent).hasSize(1);
    hub.confirmed(client, channel.pings.get(0));
    run();
    assertThat(channel.sent).hasSize(2);
  }

  @Test
  void clientsArePingedAndTheSilentClosed() {
    TestChannel silent = join(null);
    TestChannel alive = new TestChannel();
    LiveClient client = hub.join(alive, null).orElseThrow();
    for (int second = 0; second < 66; second++) {
      clock.advanceSeconds(1);
      hub.pulse();
      hub.heard(client);
    }

    assertThat(silent.pings).hasSize(3);
    assertThat(silent.ends).containsExactly(LiveChannel.End.SILENT);
    assertThat(alive.ends).isEmpty();
    assertThat(hub.clients()).isEqualTo(1);
  }

  @Test
  void oneTooManyIsTurnedAway() {
    IntStream.range(0, 3).forEach(n -> join(null));
    TestChannel late = new TestChannel();

    assertThat(hub.join(late, null)).isEmpty();
    assertThat(late.ends).containsExactly(LiveChannel.End.FULL);
    assertThat(hub.clients()).isEqualTo(3);
  }

  @Test
  void aClientThatFailsIsForgotten() {
    TestChannel failing = join(null);
    TestChannel other = join(null);
    failing.failure = new IOException("gone");
    publish("1", "2");

    assertThat(failing.sent).containsExactly("1");
    assertThat(failing.ends).containsExactly(LiveChannel.End.FAILED);
    assertThat(other.sent).containsExactly("1", "2");
  }

  @Test
  void whoHearsATopicHearsNothingElse() {
    TestChannel gate = join("gate");
    TestChannel door = join("door");
    TestChannel dashboard = join(null);
    publish("an event");
    hub.publish("gate", "open");
    hub.publish("door", "close");
    hub.publish("nobody", "stop");
    run();

    assertThat(gate.sent).containsExactly("open");
    assertThat(door.sent).containsExactly("close");
    assertThat(dashboard.sent).containsExactly("an event", "open", "close", "stop");
  }

  @Test
  void aTopicIsHeardByAllOfItsClients() {
    TestChannel one = join("gate");
    TestChannel two = join("gate");
    hub.publish("gate", "open");
    run();

    assertThat(one.sent).containsExactly("open");
    assertThat(two.sent).containsExactly("open");
  }

  @Test
  void clientsOfTopicsAndThoseWhoHearEverythingTakeNoPlaceOfEachOther() {
    IntStream.range(0, 6).forEach(n -> join("camera " + n));
    IntStream.range(0, 3).forEach(n -> join(null));
    TestChannel late = new TestChannel();

    assertThat(hub.join(late, "one too many")).isEmpty();
    assertThat(late.ends).containsExactly(LiveChannel.End.FULL);
    assertThat(hub.clients()).isEqualTo(9);
    assertThat(hub.isConnected("one too many")).isFalse();
  }

  @Test
  void oneTopicTakesFewPlacesAndItsNewestClientsAreHeard() {
    List<TestChannel> same = IntStream.range(0, 6).mapToObj(n -> join("gate")).toList();
    hub.publish("gate", "open");
    run();

    assertThat(same.subList(0, 2))
        .allSatisfy(old -> assertThat(old.ends).containsExactly(LiveChannel.End.REPLACED))
        .allSatisfy(old -> assertThat(old.sent).isEmpty());
    assertThat(same.subList(2, 6))
        .allSatisfy(held -> assertThat(held.sent).containsExactly("open"));
    assertThat(hub.clients()).isEqualTo(4);
  }

  @Test
  void aCameraThatConnectsAgainFindsAPlaceAlthoughAllAreTaken() {
    IntStream.range(0, 4).forEach(n -> join("gate"));
    join("door");
    join("yard");
    TestChannel again = join("gate");
    hub.publish("gate", "open");
    run();

    assertThat(again.sent).containsExactly("open");
    assertThat(hub.clients()).isEqualTo(6);
  }

  @Test
  void whatWaitsForASlowClientOfATopicIsBounded() {
    TestChannel stuck = join("gate");
    stuck.stuck = true;
    for (int n = 0; n < 1_000; n++) {
      hub.publish("gate", String.valueOf(n));
      run();
    }
    stuck.release();
    run();

    assertThat(hub.dropped()).isEqualTo(994);
    assertThat(stuck.sent).containsExactly("0", "995", "996", "997", "998", "999");
  }

  @Test
  void placesOfTopicsAreFreeAgainHoweverOftenAClientIsSaidToLeave() {
    for (int n = 0; n < 20; n++) {
      LiveClient client = hub.join(new TestChannel(), "camera " + n).orElseThrow();
      hub.leave(client);
      hub.leave(client);
    }
    assertThat(hub.clients()).isZero();
    IntStream.range(0, 6).forEach(n -> join("camera " + n));
    assertThat(hub.clients()).isEqualTo(6);
  }

  @Test
  void onlyWhoHearsEverythingHearsWhatIsForAll() {
    assertThat(hub.isHeard()).isFalse();
    join("gate");
    assertThat(hub.isHeard()).isFalse();
    join(null);
    assertThat(hub.isHeard()).isTrue();
  }

  @Test
  void aNameIsConnectedWhileAnyOfItsClientsIs() {
    LiveClient one = hub.join(new TestChannel(), "gate").orElseThrow();
    LiveClient two = hub.join(new TestChannel(), "gate").orElseThrow();
    hub.join(new TestChannel(), null).orElseThrow();
    hub.leave(one);

    assertThat(hub.isConnected("gate")).isTrue();
    assertThat(hub.isConnected("door")).isFalse();
    hub.leave(two);
    assertThat(hub.isConnected("gate")).isFalse();
  }

  @Test
  void whoLeftGetsNothingMore() {
    TestChannel channel = new TestChannel();
    LiveClient client = hub.join(channel, null).orElseThrow();
    hub.publish("1");
    hub.leave(client);
    run();
    publish("2");

    assertThat(channel.sent).isEmpty();
  }

  @Test
  void anExecutorThatEndsIsNoFailureOfThePublisher() {
    boolean[] ending = {true};
    LiveHub ended =
        new LiveHub(
            LIMITS,
            task -> {
              if (ending[0]) {
                throw new RejectedExecutionException("ending");
              }
              task.run();
            },
            clock);
    TestChannel channel = new TestChannel();
    ended.join(channel, null).orElseThrow();
    ended.publish("1");
    ending[0] = false;
    ended.publish("2");

    assertThat(channel.sent).isEqualTo(List.of("1", "2"));
  }
}
