package edgeai.common.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GateTest {
  private static final Duration LONG = Duration.ofSeconds(15);

  private final Gate gate = new Gate();

  @Test
  void anOpenGateLetsAllInAndCountsThem() {
    assertThat(gate.enter()).isTrue();
    assertThat(gate.enter()).isTrue();
    gate.leave();

    assertThat(gate.inside()).isEqualTo(1);
  }

  @Test
  void aClosedGateLetsNobodyIn() throws InterruptedException {
    gate.close();

    assertThat(gate.enter()).isFalse();
    assertThat(gate.inside()).isZero();
    assertThat(gate.awaitEmpty(LONG)).isTrue();
  }

  @Test
  void whoClosesItSeesTheLastOneGo() throws InterruptedException {
    gate.enter();
    gate.close();
    CompletableFuture<Void> leaving = CompletableFuture.runAsync(gate::leave);

    assertThat(gate.awaitEmpty(LONG)).isTrue();
    leaving.join();
  }

  @Test
  void whoStaysIsNotWaitedForForEver() throws InterruptedException {
    gate.enter();
    gate.close();

    assertThat(gate.awaitEmpty(Duration.ofMillis(5))).isFalse();
    assertThat(gate.awaitEmpty(Duration.ZERO)).isFalse();
  }
}
