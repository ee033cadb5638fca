package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.FreePort;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.Launcher;
import edgeai.systemtests.fixture.StartsServers;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code ./edge exec}, as a supervisor uses it. */
@Timeout(300)
@StartsServers(Lane.PROCESSES)
class ExecIT {
  private static final Duration LIMIT = Duration.ofMinutes(4);

  @Test
  @Tag("long")
  void theProcessIsTheServerAndEndsWithNought() {
    String port = String.valueOf(FreePort.next());
    try (Launcher edge = new Launcher("exec", Map.of("DATA_DIR", ".edge/own data"))) {
      edge.start("exec", "admin", "--port", port);
      Http http = new Http("http://127.0.0.1:" + port);
      await("ready")
          .atMost(LIMIT)
          .ignoreExceptionsMatching(UncheckedIOException.class::isInstance)
          .failFast("it ended", edge::hasEnded)
          .until(() -> http.get("/mp-health/ready").status() == 200);

      assertThat(edge.commandLinesWith("admin-war.war")).hasSize(1);
      assertThat(edge.inCheckout(".edge/own data/admin.mv.db")).exists();
      edge.terminate();

      assertThat(edge.awaitExit()).as(edge.output()).isZero();
      assertThat(edge.output()).as("the server's own log").contains(" INFO ");
    }
  }

  @Test
  void whatIsNoServerIsToldAndNotRun() {
    try (Launcher edge = new Launcher("exec-other", Map.of())) {
      assertThat(edge.start("exec", "worker", "--help").awaitExit()).isZero();
      assertThat(edge.output()).contains("./edge worker --coordinator");
      assertThat(edge.start("exec", "status").awaitExit()).isEqualTo(2);
      assertThat(edge.start("exec", "worker").awaitExit()).isEqualTo(2);
      assertThat(edge.output()).contains("worker needs its coordinator");
    }
  }
}
