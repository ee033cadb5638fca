package edgeai.common.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
  @ParameterizedTest
  @CsvSource({
    "192.168.1.7, 192.168.1.7",
    "127.0.0.1, 127.0.0.1",
    "::1, 0:0:0:0:0:0:0:1",
    "fe80::1, fe80:0:0:0:0:0:0:1",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0",
    "2001:db8:1:2::9, 2001:db8:1:2:0:0:0:0",
    "::ffff:10.0.0.1, 10.0.0.1"
  })
  void whoHasOneAddressOfANetworkHasThemAll(String address, String counted)
      throws UnknownHostException {
    assertThat(ClientAddress.of(InetAddress.getByName(address))).isEqualTo(counted);
  }
}
