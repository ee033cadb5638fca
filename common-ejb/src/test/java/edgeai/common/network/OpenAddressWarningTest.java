package edgeai.common.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAddressWarningTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "127.1.2.3, true",
    "::1, true",
    "localhost, true",
    "0.0.0.0, false",
    "::, false",
    "192.168.1.20, false"
  })
  void onlyThisMachineReachesLoopback(String host, boolean loopback) {
    assertThat(OpenAddressWarning.isLoopback(host)).isEqualTo(loopback);
  }
}
