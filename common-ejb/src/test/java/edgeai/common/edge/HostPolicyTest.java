package edgeai.common.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostPolicyTest {
  private static final HostPolicy LOCAL = new HostPolicy(true, List.of("127.0.0.1"));
  private static final HostPolicy OPEN =
      new HostPolicy(false, List.of("0.0.0.0", "Edge.Example.org", "2001:db8::7"));

  private static boolean allows(HostPolicy policy, String header) {
    return HostPolicy.named(header).filter(policy::allows).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:8000",
        "LOCALHOST:8000",
        "localhost.:8000",
        "street.localhost",
        "127.0.0.1",
        "127.0.0.1:8000",
        "127.1.2.3",
        "[::1]",
        "[::1]:8000",
        "[0:0:0:0:0:0:0:1]:80"
      })
  void loopbackIsAlwaysMeant(String header) {
    assertThat(allows(LOCAL, header)).isTrue();
    assertThat(allows(OPEN, header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example",
        "127.0.0.1.nip.io", "evil.local.example", "evil.lan.example:8000", "xn--lcalhost-54a.com"
      })
  void aNameThatSomebodyElseCanHaveIsNeverMeant(String header) {
    assertThat(allows(LOCAL, header)).isFalse();
    assertThat(allows(OPEN, header)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.168.1.20:8000",
        "[fe80::1%eth0]:8000",
        "[2001:db8::1]",
        "coordinator:8000",
        "laptop-7",
        "laptop-7.local",
        "edge.lan:8000",
        "edge.default.svc.cluster.local",
        "pi.home.arpa",
        "edge.example.org:8000",
        "EDGE.example.org.",
        "[2001:db8::7]:8000"
      })
  void elsewhereAddressesAndPrivateNamesAreMeantAndOnLoopbackNot(String header) {
    assertThat(allows(OPEN, header)).isTrue();
    assertThat(allows(LOCAL, header)).isFalse();
  }

  @Test
  void aStarMeansAll() {
    assertThat(allows(new HostPolicy(true, List.of("*")), "evil.example")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "a b", "localhost:8000:1", "localhost,evil.example", "evil.example/localhost",
        "user@localhost", "[::1", "::1", "localhost\u0000", "lo\u0441alhost", "http://localhost"
      })
  void whatIsNoHostIsNone(String header) {
    assertThat(HostPolicy.named(header)).isEmpty();
  }
}
