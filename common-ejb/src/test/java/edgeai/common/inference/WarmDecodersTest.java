package edgeai.common.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import edgeai.common.error.Unavailable;
import edgeai.common.guard.Failures;
import edgeai.common.guard.Schedule;
import java.io.EOFException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WarmDecodersTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int CALLERS = 2;
  private static final int PROCESSORS = 2;

  /** Both callers do little, since a frame takes long to be decoded. */
  private static final DecodingStep SLOW = step(70, 0, 30);

  private final List<Runnable> idle = new ArrayList<>();
  private final List<Runnable> rests = new ArrayList<>();
  private final List<ScriptedFrames> started = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private boolean startsNone;
  private int failing;
  private int prepared;
  private final WarmDecoders decoders = decoders(PROCESSORS);

  private WarmDecoders decoders(int processors) {
    return new WarmDecoders(
        new Starts(),
        new PieceLimits(2, CALLERS, 1_000),
        processors,
        new Schedule(null, new Failures()) {
          @Override
          public Future<?> after(String name, Duration delay, Runnable task) {
            (delay.equals(WarmDecoders.IDLE) ? idle : rests).add(task);
            return new CompletableFuture<>();
          }
        });
  }

  private final class Starts implements WarmDecoders.Start {
    @Override
    public PieceSource decoder() {
      if (failing-- > 0) {
        throw new IllegalStateException("did not start");
      }
      ScriptedFrames source = new ScriptedFrames();
      started.add(source);
      return source;
    }

    @Override
    public void prepare() {
      prepared++;
    }

    @Override
    public void close() {
      startsNone = true;
    }
  }

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private static DecodingStep step(long decodingMs, long waitingMs, long inferringMs) {
    return new DecodingStep(
        TimeUnit.MILLISECONDS.toNanos(decodingMs),
        TimeUnit.MILLISECONDS.toNanos(waitingMs),
        TimeUnit.MILLISECONDS.toNanos(inferringMs));
  }

  private ScriptedFrames take(String job) throws Exception {
    return (ScriptedFrames) decoders.of(job).take(() -> {});
  }

  private void keep(String job, PieceSource decoder) {
    decoders.of(job).takeBack(decoder, true);
  }

  private void drop(String job, PieceSource decoder) {
    decoders.of(job).takeBack(decoder, false);
  }

  private Map<PieceSource, String> waitingFor(String job, int number) {
    Map<PieceSource, String> got = new ConcurrentHashMap<>();
    List<Integer> waits = new CopyOnWriteArrayList<>();
    for (int i = 0; i < number; i++) {
      int place = i;
      threads.submit(() -> got.put(decoders.of(job).take(() -> waits.add(place)), job));
      await().atMost(LIMIT).until(() -> waits.size() == place + 1);
    }
    return got;
  }

  private void gives(String job, PieceSource decoder, int frames, DecodingStep step) {
    for (int i = 0; i < frames; i++) {
      decoders.of(job).gave(decoder, step);
    }
  }

  @Test
  void oneStaysForItsJob() throws Exception {
    ScriptedFrames first = take("a");
    keep("a", first);

    assertThat(take("b")).isNotSameAs(first);
    assertThat(take("a")).isSameAs(first);
    keep("a", first);
    assertThat(take("a")).isSameAs(first);
    assertThat(decoders.waiting()).isZero();
  }

  @Test
  void oneThatNobodyNeedsEndsAfterAWhile() throws Exception {
    ScriptedFrames unneeded = take("a");
    keep("a", unneeded);

    idle.forEach(Runnable::run);

    assertThat(unneeded.closed).isTrue();
    assertThat(decoders.waiting()).isZero();
    assertThat(take("a")).isNotSameAs(unneeded);
  }

  @Test
  void oneThatWasTakenMeanwhileDoesNot() throws Exception {
    ScriptedFrames busy = take("a");
    keep("a", busy);
    assertThat(take("a")).isSameAs(busy);

    idle.get(0).run();
    assertThat(busy.closed).isFalse();

    keep("a", busy);
    idle.get(0).run(); // of the wait before
    assertThat(busy.closed).isFalse();
  }

  @Test
  void oneThatEndedIsNotGivenOut() throws Exception {
    ScriptedFrames ended = take("a");
    keep("a", ended);
    ended.close();

    assertThat(take("a")).isNotSameAs(ended);
  }

  @Test
  void theOneThatWaitsTheLongestMakesRoom() throws Exception {
    ScriptedFrames first = take("a");
    ScriptedFrames second = take("b");
    ScriptedFrames third = take("c");
    keep("a", first);
    keep("b", second);
    keep("c", third);

    assertThat(first.closed).isTrue();
    assertThat(decoders.waiting()).isEqualTo(2);
    assertThat(take("b")).isSameAs(second);
  }

  @Test
  void piecesOfAJobWaitForEachOtherInTheirOrder() throws Exception {
    ScriptedFrames only = take("a");
    List<Integer> order = new CopyOnWriteArrayList<>();
    List<Integer> waits = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 4; i++) {
      int place = i;
      threads.submit(
          () -> {
            PieceSource own = decoders.of("a").take(() -> waits.add(place));
            order.add(place);
            keep("a", own);
            return null;
          });
      await().atMost(LIMIT).until(() -> waits.size() == place + 1);
    }
    assertThat(order).isEmpty();

    keep("a", only);

    await().atMost(LIMIT).until(() -> order.size() == 4);
    assertThat(order).containsExactly(0, 1, 2, 3);
    assertThat(started).containsExactly(only);
  }

  @Test
  void anotherStartsWhereDecodingIsWhatInferenceWaitsFor() throws Exception {
    ScriptedFrames first = take("a");
    Map<PieceSource, String> others = waitingFor("a", 2);
    gives("a", first, 40, SLOW);

    await().atMost(LIMIT).until(() -> others.size() == 1);
    assertThat(started).hasSize(2);

    // both processors are decoding now
    gives("a", first, 40, SLOW);
    gives("a", started.get(1), 40, SLOW);
    await().during(Duration.ofMillis(200)).until(() -> others.size() == 1);
  }

  @Test
  void noneStartsWhileOneIsStillStarting() throws Exception {
    WarmDecoders roomy = decoders(16);
    PieceSources own = roomy.of("a");
    PieceSource first = own.take(() -> {});
    List<PieceSource> others = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 3; i++) {
      threads.submit(() -> others.add(own.take(() -> {})));
    }
    for (int i = 0; i < 40; i++) {
      own.gave(first, SLOW);
    }
    await().atMost(LIMIT).until(() -> others.size() == 1);

    for (int i = 0; i < 40; i++) {
      own.gave(first, SLOW);
    }
    await().during(Duration.ofMillis(200)).until(() -> others.size() == 1);

    for (int i = 0; i < 40; i++) {
      own.gave(others.get(0), SLOW);
    }
    await().atMost(LIMIT).until(() -> others.size() == 2);
  }

  @Test
  void noneStartsWhereCallersAreBusyOrNobodyTakesTheLines() throws Exception {
    ScriptedFrames first = take("a");
    Map<PieceSource, String> others = waitingFor("a", 1);

    gives("a", first, 80, step(5, 35, 80)); // it waits for room
    gives("a", first, 80, step(5, 35, 0)); // so it does where nobody reads
    gives("a", first, 80, step(30, 0, 30)); // both processors are busy as it is
    gives("a", first, 4, SLOW); // too few to tell

    await().during(Duration.ofMillis(200)).until(() -> others.isEmpty());
    assertThat(started).hasSize(1);
  }

  @Test
  void theFirstFramesTellNothing() throws Exception {
    ScriptedFrames first = take("a");
    Map<PieceSource, String> others = waitingFor("a", 1);

    gives("a", first, 1, step(2_000, 0, 0)); // its start
    gives("a", first, 2 * CALLERS, SLOW); // callers have nothing yet
    gives("a", first, 80, step(20, 20, 80));

    await().during(Duration.ofMillis(200)).until(() -> others.isEmpty());
    assertThat(started).hasSize(1);
  }

  @Test
  void whoWaitsStartsOneWhereTheOnlyOneEnded() throws Exception {
    ScriptedFrames only = take("a");
    Map<PieceSource, String> others = waitingFor("a", 2);

    drop("a", only);

    await().atMost(LIMIT).until(() -> others.size() == 1);
    assertThat(only.closed).isTrue();
    assertThat(started).hasSize(2);
  }

  @Test
  void oneThatCannotBeStartedHoldsNobodyUp() throws Exception {
    failing = 1;
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> take("a"));
    assertThat(take("a")).isNotNull();
  }

  @Test
  void onePieceThatBreaksOffWhileItWaitsHoldsNobodyUp() throws Exception {
    ScriptedFrames only = take("a");
    assertThatExceptionOfType(EOFException.class)
        .isThrownBy(
            () ->
                decoders
                    .of("a")
                    .take(
                        () -> {
                          throw new EOFException("cut");
                        }));
    Map<PieceSource, String> others = waitingFor("a", 1);

    keep("a", only);

    await().atMost(LIMIT).until(() -> others.containsKey(only));
  }

  @Test
  void aSpareOneIsPreparedWhenThereWasNothingToDoForAWhile() throws Exception {
    decoders.rest(() -> true); // no video was ever decoded here
    assertThat(rests).isEmpty();

    keep("a", take("a"));
    decoders.rest(() -> true);
    ScriptedFrames again = take("a");
    rests.get(0).run();
    keep("a", again);
    rests.get(0).run();
    decoders.rest(() -> false);
    rests.get(1).run();
    assertThat(prepared).isZero();

    decoders.rest(() -> true);
    rests.get(2).run();
    assertThat(prepared).isOne();
  }

  @Test
  void noneWaitsOnceTheServerEnds() throws Exception {
    ScriptedFrames waiting = take("a");
    keep("a", waiting);
    ScriptedFrames busy = take("b");
    List<Boolean> waits = new CopyOnWriteArrayList<>();
    Future<PieceSource> late = threads.submit(() -> decoders.of("b").take(() -> waits.add(true)));
    await().atMost(LIMIT).until(() -> !waits.isEmpty());

    decoders.close();
    keep("b", busy);

    assertThat(startsNone).isTrue();
    assertThat(waiting.closed).isTrue();
    assertThat(busy.closed).isTrue();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> late.get(60, TimeUnit.SECONDS))
        .withCauseInstanceOf(Unavailable.class);
    assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> take("a"));
  }
}
