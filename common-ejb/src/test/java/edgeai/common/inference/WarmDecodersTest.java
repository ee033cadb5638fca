package edgeai.common.inference;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.guard.Failures;
import edgeai.common.guard.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class WarmDecodersTest {
  private final List<Runnable> later = new ArrayList<>();
  private boolean startsNone;
  private final WarmDecoders decoders =
      new WarmDecoders(
          new WarmDecoders.Start() {
            @Override
            public PieceSource decoder() {
              return new ScriptedFrames();
            }

            @Override
            public void close() {
              startsNone = true;
            }
          },
          2,
          new Schedule(null, new Failures()) {
            @Override
            public Future<?> after(String name, Duration delay, Runnable task) {
              assertThat(delay).isEqualTo(WarmDecoders.IDLE);
              later.add(task);
              return new CompletableFuture<>();
            }
          });

  private ScriptedFrames take(String job) throws Exception {
    return (ScriptedFrames) decoders.take(job);
  }

  @Test
  void oneStaysForItsJob() throws Exception {
    ScriptedFrames first = take("a");
    decoders.keep("a", first);

    assertThat(take("b")).isNotSameAs(first);
    assertThat(take("a")).isSameAs(first);
    assertThat(take("a")).isNotSameAs(first);
    assertThat(decoders.waiting()).isZero();
  }

  @Test
  void oneThatNobodyNeedsEndsAfterAWhile() throws Exception {
    ScriptedFrames idle = take("a");
    decoders.keep("a", idle);

    later.forEach(Runnable::run);

    assertThat(idle.closed).isTrue();
    assertThat(decoders.waiting()).isZero();
  }

  @Test
  void oneThatWasTakenMeanwhileDoesNot() throws Exception {
    ScriptedFrames busy = take("a");
    decoders.keep("a", busy);
    assertThat(take("a")).isSameAs(busy);

    later.get(0).run();
    assertThat(busy.closed).isFalse();

    decoders.keep("a", busy);
    later.get(0).run(); // of the wait before
    assertThat(busy.closed).isFalse();
  }

  @Test
  void oneThatEndedIsNotGivenOut() throws Exception {
    ScriptedFrames ended = take("a");
    decoders.keep("a", ended);
    ended.close();

    assertThat(take("a")).isNotSameAs(ended);
  }

  @Test
  void theOneThatWaitsTheLongestMakesRoom() throws Exception {
    ScriptedFrames first = take("a");
    ScriptedFrames second = take("b");
    ScriptedFrames third = take("c");
    decoders.keep("a", first);
    decoders.keep("b", second);
    decoders.keep("c", third);

    assertThat(first.closed).isTrue();
    assertThat(decoders.waiting()).isEqualTo(2);
    assertThat(take("b")).isSameAs(second);
  }

  @Test
  void noneWaitsOnceTheServerEnds() throws Exception {
    ScriptedFrames waiting = take("a");
    ScriptedFrames busy = take("a");
    decoders.keep("a", waiting);

    decoders.close();
    decoders.keep("a", busy);

    assertThat(startsNone).isTrue();
    assertThat(waiting.closed).isTrue();
    assertThat(busy.closed).isTrue();
  }
}
