package edgeai.common.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.QuietLog;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuietLog.class)
class ProcessEndTest {
  private static final Duration NEVER = Duration.ofDays(1);

  private final List<String> seen = new CopyOnWriteArrayList<>();

  private ProcessEnd end(Runnable farewell, Duration limit) {
    return new ProcessEnd(
        farewell,
        status -> seen.add("exit " + status),
        status -> seen.add("halt " + status),
        limit);
  }

  @Test
  void theFarewellComesBeforeTheExit() {
    end(() -> seen.add("farewell"), NEVER).begin(0);

    assertThat(seen).containsExactly("farewell", "exit 0");
  }

  @Test
  void aFarewellThatFailsDoesNotKeepTheProcess() {
    end(
            () -> {
              throw new IllegalStateException("a bug");
            },
            NEVER)
        .begin(0);

    assertThat(seen).containsExactly("exit 0");
  }

  @Test
  void whoAsksTwiceCutsItShort() {
    ProcessEnd end = end(() -> seen.add("farewell"), NEVER);
    end.begin(0);
    end.begin(0);

    assertThat(seen).containsExactly("farewell", "exit 0", "halt 143");
  }

  @Test
  void anEndThatHangsIsCutShort() {
    end(() -> {}, Duration.ofMillis(1)).begin(0);

    await().until(() -> seen.contains("halt 143"));
  }

  @Test
  void whatIsLeftOfTheTimeIsNeverLessThanNothing() {
    assertThat(new ServerEnding().left()).isPositive().isLessThanOrEqualTo(ServerEnding.LIMIT);
    assertThat(new ServerEnding(Duration.ZERO).left()).isZero();
  }
}
