package edgeai.common.edge;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Asked;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostFilterTest {
  private static final HostFilter LOCAL = new HostFilter(new HostPolicy(true, List.of()));

  private static Asked asked(String... hosts) {
    Asked asked = Asked.by("GET", "/workers");
    List.of(hosts).forEach(host -> asked.with("Host", host));
    return asked;
  }

  @Test
  void anotherNameIsMisdirected() {
    Asked rebound = asked("evil.example:8000").named("evil.example").through(LOCAL);
    assertThat(rebound.passed()).isFalse();
    assertThat(rebound.status()).isEqualTo(421);
    assertThat(rebound.body()).contains("evil.example (ALLOWED_HOSTS)");
    assertThat(asked("localhost").named("evil.example").through(LOCAL).status()).isEqualTo(421);
  }

  @Test
  void oneNameOnlyAndNoneForOldClients() {
    assertThat(asked("localhost:8000").through(LOCAL).passed()).isTrue();
    assertThat(asked().named("127.0.0.1").through(LOCAL).passed()).isTrue();
    assertThat(asked("localhost", "localhost").through(LOCAL).status()).isEqualTo(400);
    assertThat(asked("").through(LOCAL).status()).isEqualTo(400);
  }
}
