package edgeai.common.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorsPolicyTest {
  private static final CorsPolicy USUAL = new CorsPolicy(List.of());

  @ParameterizedTest
  @CsvSource({
    "http://localhost:4200, localhost",
    "http://localhost:4201, 127.0.0.1",
    "http://127.0.0.1:4200, localhost",
    "http://[::1]:4200, 192.168.1.20",
    "https://edge.example.org, edge.example.org",
    "http://EDGE.example.org:4200, edge.example.org",
    "http://192.168.1.20:4200, 192.168.1.20",
    "http://localhost, edge.example.org"
  })
  void anyPortOfTheSameHostOrOfLoopbackMayCall(String origin, String serverName) {
    assertThat(USUAL.allows(origin, serverName)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "http://evil.example.org, edge.example.org",
    "http://edge.example.org.evil.org, edge.example.org",
    "http://localhost.evil.org, localhost",
    "http://192.168.1.21:4200, 192.168.1.20",
    "null, localhost",
    "file://, localhost",
    "not an origin, localhost",
    "'', localhost"
  })
  void othersMayNot(String origin, String serverName) {
    assertThat(USUAL.allows(origin, serverName)).isFalse();
  }

  @Test
  void aListReplacesTheUsualRule() {
    CorsPolicy listed = new CorsPolicy(List.of("https://a.example.org", "http://b.example.org:81"));

    assertThat(listed.allows("https://a.example.org", "x")).isTrue();
    assertThat(listed.allows("http://b.example.org:81", "x")).isTrue();
    assertThat(listed.allows("http://b.example.org", "x")).isFalse();
    assertThat(listed.allows("http://a.example.org", "x")).isFalse();
    assertThat(listed.allows("http://localhost:4200", "localhost")).isFalse();
  }

  @Test
  void aStarAllowsEverybody() {
    assertThat(new CorsPolicy(List.of("*")).allows("https://evil.example.org", "x")).isTrue();
  }
}
