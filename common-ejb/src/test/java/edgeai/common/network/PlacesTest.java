package edgeai.common.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
  private final Places places = new Places(5, 2);

  private long entered(String address, int tries) {
    return IntStream.range(0, tries).filter(i -> places.enter(address)).count();
  }

  @Test
  void oneAddressLeavesRoomForOthers() {
    assertThat(entered("192.168.1.7", 9)).isEqualTo(2);
    assertThat(entered("192.168.1.8", 9)).isEqualTo(2);
    assertThat(entered("2001:db8::1", 9)).isEqualTo(1);
    assertThat(places.taken()).isEqualTo(5);
    assertThat(places.refused()).isEqualTo(7 + 7 + 8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.3.4.5", "::1", "0:0:0:0:0:0:0:1"})
  void theClientsOfThisMachineShareAll(String address) {
    assertThat(entered(address, 9)).isEqualTo(5);
  }

  @Test
  void whoLeavesMakesRoom() {
    entered("192.168.1.7", 9);
    places.leave("192.168.1.7");
    assertThat(entered("192.168.1.7", 9)).isEqualTo(1);
    places.leave("192.168.1.7");
    places.leave("192.168.1.7");
    assertThat(places.taken()).isZero();
    assertThat(entered("192.168.1.9", 9)).isEqualTo(2);
  }
}
