package edgeai.common.request;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.network.Authority;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "Laptop-7",
        "a",
        "7up.example",
        "worker.lab.example",
        "worker.lab.example.",
        "xn--bcher-kva.example",
        "10.0.0.7",
        "255.255.255.255",
        "::1",
        "[::1]",
        "::",
        "2001:db8::7",
        "1:2:3:4:5:6:7:8",
        "1::8",
        "::ffff:10.0.0.7",
        "fe80::1%eth0",
        "[fe80::1%2]"
      })
  void aHostThatCanBeCalledIsValid(String host) {
    assertThat(HostName.isValid(host)).isTrue();
    URI address = URI.create("http://" + Authority.of(host, 9001) + "/process-frame");
    assertThat(HttpRequest.newBuilder(address).build().uri().getHost()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a_b",
        "%",
        ".",
        "..",
        "a..b",
        "-a",
        "a-",
        "a b",
        "a/b",
        "a@b",
        "user:secret@host",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "01.2.3.4",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "127.1",
        ":",
        ":::",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1::2::3",
        "::12345",
        "[::1",
        "::1]",
        "[]",
        "fe80::1%",
        "fe80::1%a/b",
        "::1.2.3",
        "1.2.3.4:5",
        "straße.example",
        "a\nb"
      })
  void whatNobodyCanCallIsNot(String host) {
    assertThat(HostName.isValid(host)).isFalse();
  }

  @Test
  void noNameIsLongerThanNamesAre() {
    String label = "a".repeat(63);

    assertThat(HostName.isValid(String.join(".", label, label, label))).isTrue();
    assertThat(HostName.isValid("a" + label)).isFalse();
    assertThat(HostName.isValid(String.join(".", label, label, label, label))).isFalse();
  }
}
