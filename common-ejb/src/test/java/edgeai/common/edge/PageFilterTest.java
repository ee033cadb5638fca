package edgeai.common.edge;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Asked;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFilterTest {
  private static final PageFilter USUAL = new PageFilter(new CorsPolicy(List.of()));
  private static final PageFilter LISTED =
      new PageFilter(new CorsPolicy(List.of("https://board.example")));

  private static Asked asked(String method) {
    return Asked.by(method, "/heartbeat/w").with("Host", "localhost:8000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "BREW"})
  void aStrangersPageChangesNothing(String method) {
    for (String origin : List.of("http://evil.example", "null", "http://localhost.evil.example")) {
      Asked foreign = asked(method).with("Origin", origin).through(USUAL);
      assertThat(foreign.passed()).as(origin).isFalse();
      assertThat(foreign.status()).isEqualTo(403);
      assertThat(foreign.body()).contains("CORS_ORIGINS");
      assertThat(foreign.answered("Access-Control-Allow-Origin")).isNull();
    }
    assertThat(asked(method).with("Sec-Fetch-Site", "cross-site").through(USUAL).status())
        .isEqualTo(403);
    assertThat(asked(method).with("Referer", "http://evil.example/x").through(USUAL).status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE"})
  void whoIsNoPageMay(String method) {
    assertThat(asked(method).through(USUAL).passed()).isTrue();
    assertThat(asked(method).with("Sec-Fetch-Site", "same-origin").through(USUAL).passed())
        .isTrue();
    assertThat(asked(method).with("Sec-Fetch-Site", "none").through(USUAL).passed()).isTrue();
  }

  @Test
  void whoMayReadMayChange() {
    // from a page of localhost to 192.168.1.20 the browser says cross-site, and the origin counts
    Asked dashboard =
        asked("POST")
            .with("Origin", "http://localhost:4200")
            .with("Sec-Fetch-Site", "cross-site")
            .through(USUAL);
    assertThat(dashboard.passed()).isTrue();
    assertThat(dashboard.answered("Access-Control-Allow-Origin"))
        .isEqualTo("http://localhost:4200");
  }

  @Test
  void theOwnDashboardMayWhateverIsListed() {
    assertThat(asked("POST").with("Origin", "http://localhost:8000").through(LISTED).passed())
        .isTrue();
    assertThat(asked("POST").with("Origin", "https://board.example").through(LISTED).passed())
        .isTrue();
    assertThat(asked("POST").with("Origin", "http://localhost:4200").through(LISTED).passed())
        .isFalse();
  }

  @Test
  void aStrangersPageMayAskAndNotReadNorListenNorShow() {
    Asked reading = asked("GET").with("Origin", "http://evil.example").through(USUAL);
    assertThat(reading.passed()).isTrue();
    assertThat(reading.answered("Access-Control-Allow-Origin")).isNull();
    assertThat(reading.answered("Cross-Origin-Resource-Policy")).isNull();

    for (String header : List.of("Upgrade", "Sec-WebSocket-Key")) {
      Asked listening =
          asked("GET").with("Origin", "http://evil.example").with(header, "websocket");
      assertThat(listening.through(USUAL).status()).isEqualTo(403);
    }
  }

  @Test
  void picturesAreShownWhereTheyMayBeRead() {
    Asked picture =
        asked("GET")
            .with("Referer", "http://127.0.0.1:4200/live?x=1")
            .with("Sec-Fetch-Site", "cross-site")
            .through(USUAL);
    assertThat(picture.answered("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
    assertThat(picture.answered("Access-Control-Allow-Origin")).isNull();
    assertThat(
            asked("GET")
                .with("Referer", "http://evil.example/")
                .through(USUAL)
                .answered("Cross-Origin-Resource-Policy"))
        .isNull();
  }

  @Test
  void preflightsAreAnsweredForEveryMethodThereIs() {
    Asked preflight =
        asked("OPTIONS")
            .with("Origin", "http://localhost:4200")
            .with("Access-Control-Request-Method", "PUT")
            .through(USUAL);
    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.answered("Access-Control-Allow-Methods"))
        .contains("GET", "POST", "PUT", "DELETE");
  }
}
