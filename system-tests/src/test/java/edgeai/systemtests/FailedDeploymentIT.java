package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.StartsServers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server whose WAR the container cannot deploy ends, so that whoever keeps it up knows. */
@Timeout(400)
@StartsServers(Lane.PROCESSES)
class FailedDeploymentIT {
  private static final int EX_SOFTWARE = 70;

  @Test
  void whereABeanFailsAtTheStart() throws IOException {
    Path war = copy("failing-start");
    String bean = FailingStart.class.getName().replace('.', '/') + ".class";
    try (FileSystem files = FileSystems.newFileSystem(war);
        InputStream code = FailingStart.class.getClassLoader().getResourceAsStream(bean)) {
      Path inside = files.getPath("WEB-INF", "classes").resolve(bean);
      Files.createDirectories(inside.getParent());
      Files.copy(code, inside);
    }
    requireEnd(war, "failing-start", "nothing works today");
  }

  @Test
  @Tag("long")
  void whereAClassIsMissing() throws IOException {
    Path war = copy("missing-class");
    try (FileSystem files = FileSystems.newFileSystem(war)) {
      Path descriptor = files.getPath("WEB-INF", "web.xml");
      String listener = "<listener><listener-class>no.such.Listener</listener-class></listener>";
      Files.writeString(
          descriptor, Files.readString(descriptor).replace("</web-app>", listener + "</web-app>"));
    }
    requireEnd(war, "missing-class", "no.such.Listener");
  }

  private static Path copy(String name) throws IOException {
    Path war = Build.emptyFolder(name + "-war").resolve("admin-war.war");
    return Files.copy(Build.war("admin-war"), war);
  }

  private static void requireEnd(Path war, String name, String reason) {
    try (ServerProcess server = ServerProcess.adminOf(war, name, Map.of())) {
      assertThat(server.awaitExit()).as(server.output()).isEqualTo(EX_SOFTWARE);
      assertThat(server.output()).contains(reason).contains("DEPLOYMENT FAILED: this server ends");
    }
  }
}
