package edgeai.common.network;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.access.Role;
import edgeai.common.door.Asker;
import java.io.IOException;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnMachineTest {
  private static String owner(String address) {
    return new Asker(Asker.Proof.NETWORK, "", address, Optional.of(Role.NODE), "").owner();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1",
    "127.8.9.10, 127.0.0.1",
    "::1, 127.0.0.1",
    "0:0:0:0:0:0:0:1, 127.0.0.1",
    "0:0:0:0:0:0:0:1%lo, 127.0.0.1",
    "::ffff:127.0.0.1, 127.0.0.1",
    "::ffff:203.0.113.7, 203.0.113.7",
    "203.0.113.7, 203.0.113.7",
    "2001:db8::7, 2001:db8:0:0:0:0:0:7",
    "2001:db8:0::0:7%eth0, 2001:db8:0:0:0:0:0:7",
    "unknown, unknown"
  })
  void oneMachineHasOneName(String address, String name) {
    assertThat(OwnMachine.orOther(address)).isEqualTo(name);
    assertThat(owner(address)).isEqualTo("address " + name);
  }

  @Test
  void allItsAddressesAreThisMachine() throws IOException {
    List<String> own =
        NetworkInterface.networkInterfaces()
            .flatMap(each -> each.getInterfaceAddresses().stream())
            .map(InterfaceAddress::getAddress)
            .map(address -> address.getHostAddress())
            .toList();

    assertThat(own).isNotEmpty().allMatch(each -> owner(each).equals("address 127.0.0.1"));
  }
}
