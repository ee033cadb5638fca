package edgeai.benchmark.machines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowedProcessorsTest {
  @Test
  void aListAsLinuxWritesIt() {
    assertThat(AllowedProcessors.parse("\t0-3,8")).containsExactly(0, 1, 2, 3, 8);
    assertThat(AllowedProcessors.parse("\t5")).containsExactly(5);
  }
}
