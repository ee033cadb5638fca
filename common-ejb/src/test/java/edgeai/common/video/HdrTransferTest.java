package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HdrTransferTest {
  /** Values of the tables of ITU-R BT.2408. */
  @ParameterizedTest
  @CsvSource({"PQ, 0, 0", "PQ, 0.508, 100", "PQ, 0.581, 203", "PQ, 0.752, 1000", "PQ, 1, 10000"})
  @CsvSource({"HLG, 0, 0", "HLG, 0.75, 203", "HLG, 1, 1000"})
  void lightIsThatOfTheStandards(HdrTransfer transfer, double signal, double nits) {
    assertThat(transfer.light(signal) * HdrTransfer.WHITE_NITS)
        .isCloseTo(nits, within(0.015 * nits));
  }

  @Test
  void perceivedUndoesPq() {
    for (double signal = 0; signal <= 1; signal += 0.01) {
      assertThat(HdrTransfer.perceived(HdrTransfer.PQ.light(signal)))
          .isCloseTo(signal, within(1e-6));
    }
  }

  @Test
  void otherTransfersAreSdr() {
    for (int i = 0; i < 20; i++) {
      assertThat(HdrTransfer.of(i).isPresent()).isEqualTo(i == 16 || i == 18);
    }
  }
}
