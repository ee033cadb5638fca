package edgeai.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8000, 127.0.0.1",
    "http://[::1]:8000, ::1",
    "http://127.0.0.2, 127.0.0.2",
  })
  void loopbackIsReachedFromLoopback(String other, String address) {
    assertThat(LocalAddress.towards(URI.create(other))).isEqualTo(address);
  }

  @Test
  void whatNobodyKnowsIsReachedFromNowhere() {
    URI other = URI.create("http://nowhere.invalid:8000");
    assertThat(LocalAddress.towards(other)).isEqualTo("127.0.0.1");
    assertThatThrownBy(() -> LocalAddress.reaching(other)).isInstanceOf(IOException.class);
  }

  @Test
  void theMachineHasAName() {
    assertThat(LocalAddress.hostName()).isNotBlank();
  }
}
