package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.FreePort;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.Launcher;
import edgeai.systemtests.fixture.StartsServers;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Command and servers on the oldest Java that is promised, in a runtime that has no compiler. */
@EnabledIfEnvironmentVariable(
    named = "EDGE_JAVA_21",
    matches = ".+",
    disabledReason = "EDGE_JAVA_21 names no Java 21 runtime; ./edge test --all fetches one")
@StartsServers(Lane.PROCESSES)
@Tag("long")
class Java21IT {
  /** A class archive is made, and four servers start. */
  private static final Duration LIMIT = Duration.ofMinutes(20);

  private static final Duration REPORTED = Duration.ofMinutes(2);

  @Test
  void aJobWithTwoWorkersIsDoneAndCountedAtTheAdminServer() throws IOException {
    Path java = Path.of(System.getenv("EDGE_JAVA_21")).toRealPath();
    int coordinator = FreePort.next();
    int admin = FreePort.next();
    try (Launcher edge = new Launcher("java-21", Map.of("EDGE_JAVA", java.toString()))) {
      edge.start(
              "demo",
              "--port",
              String.valueOf(coordinator),
              "--worker-port",
              String.valueOf(FreePort.next()),
              "--admin-port",
              String.valueOf(admin))
          .awaitOutput("stays up", LIMIT);

      assertThat(edge.output())
          .contains("servers start from class archive")
          .containsPattern("(?m)^worker-1 +\\d+")
          .containsPattern("(?m)^worker-2 +\\d+");
      assertThat(edge.commandLinesWith("-Dedge.server="))
          .hasSize(4)
          .allMatch(line -> line.startsWith(java.resolve("bin/java").toString()));
      for (String log : Build.filesIn(edge.inCheckout(".edge/log"))) {
        assertThat(edge.inCheckout(".edge/log").resolve(log))
            .content()
            .as("no JVM says that the class archive does not suit")
            .doesNotContain("[cds");
      }
      JsonObject ledger = object(coordinator, "/ledger");
      assertThat(ledger.getBoolean("balanced")).isTrue();
      assertThat(ledger.getInt("submitted")).isEqualTo(75);
      assertThat(ledger.getInt("completed")).isEqualTo(75);
      JsonObject counted = object(coordinator, "/results/summary").getJsonObject("object_counts");
      await("the admin server knows all that was counted")
          .atMost(REPORTED)
          .untilAsserted(
              () ->
                  assertThat(object(admin, "/analytics").getJsonObject("type_distribution"))
                      .isEqualTo(counted));
    }
  }

  private static JsonObject object(int port, String path) {
    return new Http("http://127.0.0.1:" + port).get(path).expect(200).object();
  }
}
