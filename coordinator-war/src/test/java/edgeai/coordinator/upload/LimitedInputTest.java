package edgeai.coordinator.upload;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Problems;
import edgeai.common.fixture.Problems.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LimitedInputTest {
  private static LimitedInput of(int bytes, long limit) {
    return new LimitedInput(new ByteArrayInputStream(new byte[bytes]), limit);
  }

  @Test
  void aStreamUpToItsLimitIsReadWhole() throws IOException {
    assertThat(of(10, 10).readAllBytes()).hasSize(10);
    assertThat(of(0, 0).read()).isEqualTo(-1);
  }

  @Test
  void oneByteMoreIsTooLarge() {
    assertThat(Problems.of(() -> of(11, 10).readAllBytes()))
        .isEqualTo(new Refused(413, "The upload is larger than the 10 bytes allowed."));
  }

  @Test
  void bytesReadOneByOneCountToo() throws IOException {
    LimitedInput in = of(3, 2);

    assertThat(in.read()).isZero();
    assertThat(in.read()).isZero();
    assertThat(Problems.of(in::read).status()).isEqualTo(413);
  }
}
