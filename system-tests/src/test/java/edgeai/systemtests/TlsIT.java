package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.FreePort;
import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.Launcher;
import edgeai.systemtests.fixture.StartsServers;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A whole pool that speaks TLS alone, to callers with a certificate alone. */
@Tag("long")
@Timeout(500)
@StartsServers(Lane.PROCESSES)
class TlsIT {
  @Test
  void coordinatorAndWorkerKnowEachOtherByTheLabsAuthority() {
    try (Launcher edge =
        new Launcher("launcher-tls", Map.of("TLS_CLIENT_CA", ".edge/tls/ca.pem"))) {
      edge.start(
          "demo",
          "--tls",
          "--exit",
          "--no-admin",
          "--workers",
          "1",
          "--port",
          String.valueOf(FreePort.next()),
          "--worker-port",
          String.valueOf(FreePort.next()));

      assertThat(edge.awaitExit()).as(edge.output()).isZero();
      assertThat(edge.output())
          .contains("75 of 75 frames", "agree with the clip's ground truth")
          .containsPattern("(?m)^worker-1 +[1-9]");
    }
  }
}
