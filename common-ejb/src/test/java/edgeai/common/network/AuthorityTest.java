package edgeai.common.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1:8000",
    "gate-7.local, gate-7.local:8000",
    "::1, [::1]:8000",
    "[::1], [::1]:8000",
    "fe80::1%eth0, [fe80::1%eth0]:8000"
  })
  void onlyAnAddressWithColonsNeedsBrackets(String host, String written) {
    assertThat(Authority.of(host, 8000)).isEqualTo(written);
  }
}
