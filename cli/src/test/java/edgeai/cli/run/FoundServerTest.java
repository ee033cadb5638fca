package edgeai.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
class FoundServerTest {

  @Test
  void aLineTellsWhatItStarts() {
    assertThat(
            found(
                "java",
                "-Dedge.host=0.0.0.0",
                "--port",
                "8100",
                "--deploy",
                "/x/coordinator-war.war"))
        .contains(new FoundServer("coordinator", 7, URI.create("http://127.0.0.1:8100"), "anna"));
    assertThat(
            found(
                "java",
                "-Dedge.server=123-45/worker-2/",
                "-Dedge.host=::1",
                "-Djavax.net.ssl.keyStore=/x/server.p12",
                "--port",
                "9002",
                "--deploy",
                "/x/worker-war.war"))
        .contains(new FoundServer("worker-2", 7, URI.create("https://[::1]:9002"), "anna"));
  }

  @Test
  void otherLinesStartNone() {
    assertThat(found("java", "--port", "8100", "--deploy", "/x/shop.war")).isEmpty();
    assertThat(found("java", "--port", "--deploy", "/x/admin-war.war")).isEmpty();
    assertThat(found("java", "--port", "8001", "--deploy")).isEmpty();
    assertThat(found()).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aProcessOfThisMachineIsFoundUnlessItIsKnown() throws IOException {
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                "while :; do sleep 0.1; done",
                "sh",
                "--port",
                "8100",
                "--deploy",
                "admin-war.war")
            .start();
    try {
      // until it has become the shell it has the line of this process
      org.awaitility.Awaitility.await()
          .until(() -> pids(Set.of()).anyMatch(pid -> pid == process.pid()));
      assertThat(pids(Set.of(process.pid()))).doesNotContain(process.pid());
    } finally {
      process.destroyForcibly();
    }
  }

  private static Stream<Long> pids(Set<Long> known) {
    return FoundServer.all(known).stream().map(FoundServer::pid);
  }

  private static Optional<FoundServer> found(String... words) {
    return FoundServer.of(List.of(words), 7, "anna");
  }
}
