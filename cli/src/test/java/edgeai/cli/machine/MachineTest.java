package edgeai.cli.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.cli.console.CommandRefusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MachineTest {
  private static final String LOOPBACK = "127.0.0.1";

  @Test
  void twoServersCannotHaveOnePort() throws IOException {
    int port = freePort();
    FreePorts.Place place = new FreePorts.Place(LOOPBACK, port, "--port");
    FreePorts.check(List.of(place));
    assertThatThrownBy(() -> FreePorts.check(List.of(place, place)))
        .hasMessageContaining("port %d on 127.0.0.1 is in use".formatted(port));
    FreePorts.check(List.of(place));
  }

  @Test
  void aHostThatNobodyKnowsIsToldOf() {
    FreePorts.Place place = new FreePorts.Place("nowhere.invalid", 8000, "--port");
    assertThatThrownBy(() -> FreePorts.check(List.of(place)))
        .hasMessage("HOST=nowhere.invalid is not known here: give an address of this machine");
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8000, 127.0.0.1",
    "http://[::1]:8000, ::1",
    "https://127.0.0.2, 127.0.0.2",
  })
  void aLoopbackIsReachedFromItself(String url, String address) {
    assertThat(ReturnAddress.towards(url)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"host:8000", "ftp://127.0.0.1", "http://", "http:// x", "", "/"})
  void whatIsNoAddressIsToldOf(String url) {
    assertThatThrownBy(() -> ReturnAddress.towards(url))
        .isInstanceOf(CommandRefusal.class)
        .hasMessageContaining("cannot be reached");
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, http://127.0.0.1:1",
    "'::', http://127.0.0.1:1",
    "fe80::1, http://[fe80::1]:1",
    "192.168.1.20, http://192.168.1.20:1",
  })
  void aServerIsReachedWhereItListens(String host, String url) {
    assertThat(ServerAddress.of(host, 1, false)).hasToString(url);
  }

  @Test
  void aHostThatIsNoNameIsToldOf() {
    assertThatThrownBy(() -> ServerAddress.of("a b", 1, true)).isInstanceOf(CommandRefusal.class);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theKernelTellsOfAProcess() throws IOException {
    long pid = ProcessHandle.current().pid();
    ProcessReading reading = new ProcessReading(pid);
    assertThat(reading.resident()).isGreaterThan(1e6);
    assertThat(reading.threads()).isGreaterThan(1);
    assertThat(reading.handles()).isGreaterThan(1);
    assertThat(new ProcessReading(Integer.MAX_VALUE).resident()).isNaN();
    assertThat(ProcessorDemand.of(ProcessHandle.current()).got()).isPositive();
    assertThat(CommandLine.words(pid)).anyMatch(word -> word.endsWith("java"));
    assertThat(CommandLine.contains(Integer.MAX_VALUE, "java")).isFalse();
  }

  @Test
  void aThreadThatEndsTakesNothingBackFromWhatAProcessAskedFor() {
    ProcessorDemand before = new ProcessorDemand(Duration.ofSeconds(1), Duration.ofSeconds(9));
    ProcessorDemand now = new ProcessorDemand(Duration.ofSeconds(3), Duration.ofSeconds(4));
    assertThat(now.since(before)).isEqualTo(Duration.ofSeconds(2));
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aProcessIsKnownFromItsFirstMoment() throws IOException {
    for (int start = 0; start < 200; start++) {
      Process process =
          new ProcessBuilder("sh", "-c", "exec \"$@\"", "sh", "sleep", "1000").start();
      try {
        // again and again, since it becomes another program meanwhile
        for (int look = 0; look < 100; look++) {
          assertThat(CommandLine.contains(process.pid(), "1000")).isTrue();
        }
      } finally {
        process.destroyForcibly();
      }
    }
  }
}
