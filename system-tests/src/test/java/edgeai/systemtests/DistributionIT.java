package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.FreePort;
import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.Launcher;
import edgeai.systemtests.fixture.StartsServers;
import edgeai.systemtests.fixture.UnpackedArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code ./edge dist} makes, unpacked where there is nothing else. */
@StartsServers(Lane.PROCESSES)
@Tag("long")
class DistributionIT {
  /** Archives are packed, and servers started to make the class archive. */
  private static final Duration LIMIT = Duration.ofMinutes(20);

  private static Path archives;

  @BeforeAll
  static void makesThem() {
    archives = Build.emptyFolder("archives");
    try (Launcher launcher =
        new Launcher("dist", Map.of())
            .sharing("angular-apps/package-lock.json")
            .start("dist", "--out", archives.toString())) {
      assertThat(launcher.awaitExit(LIMIT)).as(launcher.output()).isZero();
    }
  }

  @Test
  void aServersArchiveDoesAJobWithTwoWorkers() throws IOException, InterruptedException {
    UnpackedArchive unpacked = UnpackedArchive.of(archives, "server", "with a blank and ü");

    assertThat(Files.readString(unpacked.root().resolve("sbom.cdx.json")))
        .contains("\"CycloneDX\"", "\"flyway-core\"");
    assertThat(Files.readString(unpacked.root().resolve("THIRD-PARTY-NOTICES.md")))
        .contains("| FFmpeg, in ffmpeg", "LGPL-3.0-or-later")
        .doesNotContain("unknown");
    assertThat(unpacked.root().resolve("licences/texts/LGPL-3.0-or-later.txt")).exists();

    UnpackedArchive.Ended demo =
        unpacked.run(
            "demo",
            "--exit",
            "--no-admin",
            "--port",
            String.valueOf(FreePort.next()),
            "--worker-port",
            String.valueOf(FreePort.next()));

    assertThat(demo.status()).as(demo.output()).isZero();
    assertThat(demo.output())
        .contains("worker-1", "worker-2", "job completed: 75 of 75 frames")
        .contains("servers start from class archive")
        .doesNotContain("a class archive is made")
        .contains("data in " + unpacked.home().resolve(".local/share/edge/data"));
  }

  @Test
  void aWorkersArchiveSaysWhatIsNotInIt() throws IOException, InterruptedException {
    UnpackedArchive unpacked = UnpackedArchive.of(archives, "worker", "worker");

    assertThat(unpacked.run("coordinator").output()).contains("for workers and cameras alone");
    assertThat(unpacked.run("build").output()).contains("needs a checkout of the sources");
    assertThat(unpacked.run("config", "worker").status()).isZero();
    assertThat(unpacked.run("status").output()).as("what runs of it").doesNotContain(" here ");
    assertThat(unpacked.run("exec", "worker").output()).contains("worker needs its coordinator");
    assertThat(unpacked.run("exec", "worker", "--help").output()).contains("./edge worker --coord");
    assertThat(unpacked.root().resolve("app/payara-config/systemd/edge@.service")).exists();
  }
}
