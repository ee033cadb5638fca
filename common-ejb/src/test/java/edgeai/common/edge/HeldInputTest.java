package edgeai.common.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldInputTest {
  private final BodyBudget budget = new BodyBudget(10L * HeldBytes.CHUNK);
  private final HeldBytes held = new HeldBytes(budget);

  private byte[] take(int count) throws IOException {
    byte[] body = new byte[count];
    new Random(count).nextBytes(body);
    ByteArrayInputStream in = new ByteArrayInputStream(body);
    while (in.available() > 0 && held.makeRoom()) {
      held.readFrom(in, Long.MAX_VALUE);
    }
    return body;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1000, HeldBytes.CHUNK, HeldBytes.CHUNK + 1, 5 * HeldBytes.CHUNK - 1})
  void whatCameIsRead(int count) throws IOException {
    byte[] body = take(count);
    assertThat(held.size()).isEqualTo(count);
    try (HeldInput in = new HeldInput(held)) {
      assertThat(in.available()).isEqualTo(count);
      assertThat(in.readAllBytes()).isEqualTo(body);
      assertThat(in.isFinished()).isTrue();
      assertThat(in.read()).isEqualTo(-1);
    }
    try (HeldInput in = new HeldInput(held)) {
      for (byte each : body) {
        assertThat(in.read()).isEqualTo(each & 0xff);
      }
    }
  }

  @Test
  void theBudgetIsABoundAndComesBack() throws IOException {
    take(20 * HeldBytes.CHUNK);
    assertThat(held.size()).isEqualTo(10L * HeldBytes.CHUNK);
    assertThat(budget.refused()).isEqualTo(1);
    assertThat(held.makeRoom()).isFalse();
    assertThat(budget.refused()).isEqualTo(2);
    assertThat(budget.held()).isEqualTo(10L * HeldBytes.CHUNK);
    held.forget();
    assertThat(budget.held()).isZero();
    assertThat(new HeldBytes(budget).makeRoom()).isTrue();
  }
}
