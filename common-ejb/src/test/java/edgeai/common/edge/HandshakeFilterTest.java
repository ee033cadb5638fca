package edgeai.common.edge;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandshakeFilterTest {
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

  private static Asked asked(String upgrade, String connection, String version, String key) {
    return Asked.by("GET", "/ws/events")
        .with("Upgrade", upgrade)
        .with("Connection", connection)
        .with("Sec-WebSocket-Version", version)
        .with("Sec-WebSocket-Key", key);
  }

  @ParameterizedTest
  @CsvSource({"websocket, Upgrade", "WebSocket, 'keep-alive, upgrade'"})
  void aHandshakePasses(String upgrade, String connection) {
    assertThat(asked(upgrade, connection, "13", KEY).through(new HandshakeFilter()).passed())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "websocket, close, 13, " + KEY + ", 400",
    "h2c, Upgrade, 13, " + KEY + ", 400",
    "'', Upgrade, 13, " + KEY + ", 400",
    "websocket, Upgrade, 8, " + KEY + ", 426",
    "websocket, Upgrade, '13, 8', " + KEY + ", 426",
    "websocket, Upgrade, 13, '', 400",
    "websocket, Upgrade, 13, dG9vIHNob3J0, 400",
    "websocket, Upgrade, 13, %, 400"
  })
  void whatIsNoneIsAProblem(
      String upgrade, String connection, String version, String key, int status) {
    Asked asked = asked(upgrade, connection, version, key).through(new HandshakeFilter());
    assertThat(asked.passed()).isFalse();
    assertThat(asked.status()).isEqualTo(status);
    assertThat(asked.body()).contains("A handshake of a WebSocket");
    assertThat(asked.answered("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void anotherVersionIsToldWhichOneIsSpoken() {
    Asked asked = asked("websocket", "Upgrade", "8", KEY).through(new HandshakeFilter());
    assertThat(asked.answered("Sec-WebSocket-Version")).isEqualTo("13");
    assertThat(asked.body()).contains("Upgrade Required");
  }

  @Test
  void oneKeyIsNotTwo() {
    Asked asked = asked("websocket", "Upgrade", "13", KEY).with("Sec-WebSocket-Key", KEY);
    assertThat(asked.through(new HandshakeFilter()).status()).isEqualTo(400);
  }

  @Test
  void anAddressHasNoQuotes() {
    Asked asked = asked("websocket", "Upgrade", "13", KEY).asking("camera_id=\";a");
    assertThat(asked.through(new HandshakeFilter()).status()).isEqualTo(400);
    Asked good = asked("websocket", "Upgrade", "13", KEY).asking("camera_id=gate%207");
    assertThat(good.through(new HandshakeFilter()).passed()).isTrue();
  }

  @Test
  void whoeverAsksForNoneIsLetThrough() {
    Asked plain = Asked.by("GET", "/ws/events").through(new HandshakeFilter());
    assertThat(plain.passed()).isTrue();
    Asked other = Asked.by("POST", "/heartbeat/a").with("Upgrade", "websocket");
    assertThat(other.through(new HandshakeFilter()).passed()).isTrue();
  }
}
