package edgeai.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.cli.run.RunFile;
import edgeai.cli.run.ServerPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortsExaminationTest {

  @Test
  void aPortIsFreeOrOursOrSomebodyElses() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      List<ServerPlan> plans = List.of(plan("admin", free()), plan("coordinator", port));
      assertThat(new PortsExamination(plans, List.of(ours(port))).look())
          .singleElement()
          .satisfies(found -> assertThat(found.gravity()).isEqualTo(Gravity.OK))
          .satisfies(
              found ->
                  assertThat(found.words())
                      .matches(
                          "\\d+ is free for admin, %d has our coordinator \\(pid 42\\)"
                              .formatted(port)));
      List<Diagnosis> found = new PortsExamination(plans, List.of()).look();
      assertThat(found).extracting(Diagnosis::gravity).containsExactly(Gravity.OK, Gravity.TROUBLE);
      assertThat(found.getLast().words())
          .startsWith("port %d on 127.0.0.1 is in use: end what listens there".formatted(port))
          .contains("or choose another with --port");
      if (Files.isReadable(Path.of("/proc/net/tcp"))) {
        assertThat(found.getLast().words())
            .contains(" (java, pid %d, of ".formatted(ProcessHandle.current().pid()));
      }
    }
  }

  private static ServerPlan plan(String name, int port) {
    return new ServerPlan(name, name, "127.0.0.1", port, "--port", Path.of("data"), Map.of());
  }

  private static RunFile ours(int port) {
    URI address = URI.create("http://127.0.0.1:" + port);
    return new RunFile(Path.of("run/coordinator"), 42, address, Optional.empty(), false, 1);
  }

  private static int free() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }
}
