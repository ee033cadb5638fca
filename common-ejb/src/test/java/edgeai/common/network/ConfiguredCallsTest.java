package edgeai.common.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import edgeai.settings.Network;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredCallsTest {
  private final ConfiguredCalls calls = new ConfiguredCalls(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "localhost",
        "::1",
        "[::1]",
        "10.0.0.7",
        "192.168.1.20",
        "fd12::7",
        "203.0.113.7",
        "2001:db8::7",
        "nobody-knows-this.invalid"
      })
  void whatAnOperatorWroteIsCalled(String host) {
    assertThat(calls.refusal(host, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "2852039166",
        "::ffff:169.254.169.254",
        "[::ffff:a9fe:a9fe]",
        "64:ff9b::a9fe:a9fe",
        "fd00:ec2::254",
        "100.100.100.200",
        "fe80::1",
        "0.0.0.0",
        "0",
        "::",
        "224.0.0.1",
        "255.255.255.255",
        "ff02::1"
      })
  void whatMeansSomethingElseEverywhereIsNeverCalled(String host) {
    assertThat(calls.refusal(host, true).orElseThrow())
        .endsWith("of another kind that is never called");
    assertThat(
            new ConfiguredCalls(List.of(Network.of("0.0.0.0/0"), Network.of("::/0")))
                .refusal(host, false))
        .isPresent();
  }

  @Test
  void aCallThatIsNotMadeSaysWhy() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> calls.require(URI.create("http://169.254.169.254/analytics")))
        .withMessageStartingWith("169.254.169.254 leads to 169.254.169.254, which is link-local");
    assertThatCode(() -> calls.require(URI.create("http://127.0.0.1:8001/analytics")))
        .doesNotThrowAnyException();
  }
}
