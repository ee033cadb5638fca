package edgeai.systemtests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.settings.Program;
import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What systemd itself thinks of the units for it. */
class SystemdTest {
  private static final Path FILES = Build.root().resolve("payara-config/systemd");
  private static final String UNIT = "edge@.service";
  private static final String COMMAND = "/opt/edge/bin/edge";
  private static final Tool ANALYZE = new Tool("systemd-analyze");

  /** In tenths: 15 is what is left to a server that others reach and a JVM that compiles. */
  private static final String MOST_EXPOSURE = "--threshold=15";

  /** The unit as it is, only with the command of this checkout. */
  private static Path unit(String name) throws IOException {
    Path folder = Build.emptyFolder(name);
    Path command = Build.root().resolve("cli/src/main/dist/bin/edge");
    assertThat(command).isExecutable();
    String text = Files.readString(FILES.resolve(UNIT));
    assertThat(text).contains("ExecStart=" + COMMAND + " exec %i\n");
    Files.writeString(folder.resolve(UNIT), text.replace(COMMAND, command.toString()));
    return folder;
  }

  private static void requireSilence(Path folder, String instance) {
    assertThat(ANALYZE.judge(folder, "verify", "./" + instance)).isEqualTo(new Tool.Verdict(0, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"coordinator", "worker", "admin", "camera"})
  void theUnitIsUnderstoodToTheLastWord(String server) throws IOException {
    ANALYZE.required("Debian: apt install systemd");
    requireSilence(unit("systemd-" + server), "edge@%s.service".formatted(server));
  }

  @ParameterizedTest
  @ValueSource(strings = {"token.conf", "tls.conf", "database.conf", "nvidia.conf", "webcam.conf"})
  void soIsWhatMayBeAddedToIt(String more) throws IOException {
    ANALYZE.required("Debian: apt install systemd");
    Path folder = unit("systemd-" + more);
    Path place = Files.createDirectory(folder.resolve("edge@worker.service.d"));
    Files.copy(FILES.resolve("more").resolve(more), place.resolve(more));
    requireSilence(folder, "edge@worker.service");
  }

  @Test
  void itLeavesLittleOpen() throws IOException {
    ANALYZE.required("Debian: apt install systemd");
    Tool.Verdict verdict =
        ANALYZE.judge(
            unit("systemd-security"), "security", "--offline=true", MOST_EXPOSURE, "./" + UNIT);
    assertThat(verdict.status()).as(verdict.said()).isZero();
  }

  @Test
  void itsUserCanBeMade() throws IOException {
    Tool sysusers = new Tool("systemd-sysusers").required("Debian: apt install systemd");
    Path folder = Build.emptyFolder("systemd-users");
    Files.createDirectory(folder.resolve("etc"));
    Files.copy(FILES.resolve("edge.sysusers.conf"), folder.resolve("edge.conf"));
    Tool.Verdict verdict =
        sysusers.judge(folder, "--root=" + folder, folder.resolve("edge.conf").toString());
    assertThat(verdict.status()).as(verdict.said()).isZero();
    assertThat(folder.resolve("etc/passwd"))
        .content()
        .containsPattern("edge:x:\\d+:\\d+:[^:]+:/var/lib/edge:/usr/sbin/nologin");
  }

  /** Remarks begin with a blank, examples do not. */
  @ParameterizedTest
  @EnumSource(value = Program.class, mode = EnumSource.Mode.EXCLUDE, names = "COMMAND")
  void settingsInItsFilesAreThoseThatThereAre(Program program) throws IOException {
    try (Stream<String> lines = Files.lines(FILES.resolve(program.word() + ".env"))) {
      Map<String, String> examples =
          lines
              .filter(line -> line.startsWith("#") && !line.startsWith("# "))
              .map(line -> line.substring(1).split("=", 2))
              .collect(Collectors.toMap(line -> line[0], line -> line[1].replace("\"", "")));
      assertThat(examples).hasSizeGreaterThan(3);
      WrittenSettings.requireUsable(program, examples);
    }
  }
}
