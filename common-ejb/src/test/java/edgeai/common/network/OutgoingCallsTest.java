package edgeai.common.network;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.settings.Network;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingCallsTest {
  private static final OutgoingCalls LOCAL = usual("127.0.0.1");
  private static final OutgoingCalls LAB = usual("192.168.1.20");
  private static final OutgoingCalls ANYWHERE = usual("0.0.0.0");
  private static final OutgoingCalls ALL =
      new OutgoingCalls(
          Optional.of(List.of(Network.of("0.0.0.0/0"), Network.of("::/0"))),
          new OwnAddress("0.0.0.0", 8000, false));

  private static OutgoingCalls usual(String host) {
    return new OutgoingCalls(Optional.empty(), new OwnAddress(host, 8000, false));
  }

  private static boolean mayCall(OutgoingCalls calls, String host) {
    return calls.refusal(calls.pinned(host, false), false).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "::ffff:169.254.169.254",
        "[::ffff:a9fe:a9fe]",
        "::169.254.169.254",
        "64:ff9b::169.254.169.254",
        "2002:a9fe:a9fe::1",
        "2852039166",
        "169.254.43518",
        "fe80::1",
        "fd00:ec2::254",
        "100.100.100.200",
        "168.63.129.16",
        "192.0.0.192",
        "0.0.0.0",
        "::",
        "0.1.2.3",
        "224.0.0.1",
        "255.255.255.255",
        "ff02::1",
        "::ffff:0:127.0.0.1",
        "::127.0.0.1"
      })
  void someAreNeverCalledWhateverIsAllowed(String host) {
    assertThat(mayCall(ALL, host)).isFalse();
    assertThat(mayCall(LOCAL, host)).isFalse();
    assertThat(mayCall(LAB, host)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.9.9.9", "::ffff:127.0.0.1"})
  void thisMachineIsCalledByWhoIsReachedThere(String host) {
    assertThat(mayCall(LOCAL, host)).isTrue();
    assertThat(mayCall(ANYWHERE, host)).isTrue();
    assertThat(mayCall(LAB, host)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.1.2.3", "172.31.0.1", "192.168.1.30", "100.64.0.9", "fd12::7"})
  void privateNetworksAreCalledByWhoIsReachedFromElsewhere(String host) {
    assertThat(mayCall(LAB, host)).isTrue();
    assertThat(mayCall(ANYWHERE, host)).isTrue();
    assertThat(mayCall(LOCAL, host)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "2001:db8::1", "203.0.113.7"})
  void theRestIsCalledOnlyWhereItIsAllowed(String host) {
    assertThat(mayCall(LAB, host)).isFalse();
    assertThat(mayCall(LOCAL, host)).isFalse();
    assertThat(mayCall(ALL, host)).isTrue();
  }

  @Test
  void whatIsAllowedReplacesWhatIsUsual() {
    OutgoingCalls calls =
        new OutgoingCalls(
            Optional.of(List.of(Network.of("203.0.113.0/24"))),
            new OwnAddress("192.168.1.20", 8000, false));
    assertThat(mayCall(calls, "203.0.113.7")).isTrue();
    assertThat(mayCall(calls, "192.168.1.30")).isFalse();
    assertThat(calls.refusal("192.168.1.30", false).orElseThrow()).contains("ALLOWED_NETWORKS");
  }

  @Test
  void aNameIsLookedUpOnce() {
    assertThat(LOCAL.pinned("localhost", false)).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(LOCAL.pinned("localhost", true)).isEqualTo("localhost");
    assertThat(LOCAL.refusal("localhost", true)).isEmpty();
    // a certificate proves a name, not that it leads where calls may go
    assertThat(LAB.pinned("localhost", true)).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(LOCAL.pinned("nobody.invalid", false)).isEqualTo("nobody.invalid");
    assertThat(LOCAL.refusal("nobody.invalid", false).orElseThrow()).contains("nobody.invalid");
  }
}
