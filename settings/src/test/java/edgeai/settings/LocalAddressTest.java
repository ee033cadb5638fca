package edgeai.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalAddressTest {
  @ParameterizedTest
  @CsvSource({"0.0.0.0, true", "::, true", "127.0.0.1, false", "::1, false", "10.0.0.7, false"})
  void everyAddressIsNoAddress(String host, boolean wildcard) {
    assertThat(LocalAddress.isWildcard(host)).isEqualTo(wildcard);
  }

  @Test
  void loopbackIsReachedFromLoopback() {
    assertThat(LocalAddress.towards(URI.create("http://127.0.0.1:8000"))).isEqualTo("127.0.0.1");
  }

  @Test
  void theMachineHasAName() {
    assertThat(LocalAddress.hostName()).isNotBlank();
  }
}
