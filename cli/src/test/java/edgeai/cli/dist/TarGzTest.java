package edgeai.cli.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarGzTest {
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir Path work;
  private Path folder;
  private Path archive;

  @BeforeEach
  void files() throws IOException {
    folder = Files.createDirectories(work.resolve("edge"));
    archive = work.resolve("edge.tar.gz");
    Files.writeString(Files.createDirectories(folder.resolve("b in")).resolve("zoë 李"), "text");
    Path program = Files.writeString(folder.resolve("a"), "#!/bin/sh");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Files.createSymbolicLink(folder.resolve("link"), Path.of("a"));
    Files.writeString(folder.resolve("x".repeat(180)), "");
  }

  private Map<String, TarArchiveEntry> entries() throws IOException {
    Map<String, TarArchiveEntry> entries = new LinkedHashMap<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new GzipCompressorInputStream(new BufferedInputStream(Files.newInputStream(archive))),
            "UTF-8")) {
      for (TarArchiveEntry next = tar.getNextEntry(); next != null; next = tar.getNextEntry()) {
        entries.put(next.getName(), next);
        if (next.getName().endsWith("李")) {
          assertThat(tar.readAllBytes()).isEqualTo("text".getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return entries;
  }

  @Test
  void namesOfAllKindsAreKeptInOneOrder() throws IOException {
    new TarGz(TIME).write(folder, archive);

    assertThat(entries().keySet())
        .containsExactly(
            "edge/",
            "edge/a",
            "edge/b in/",
            "edge/b in/zoë 李",
            "edge/link",
            "edge/" + "x".repeat(180));
  }

  @Test
  void modesAreKeptAndNobodyOwnsAnything() throws IOException {
    new TarGz(TIME).write(folder, archive);

    assertThat(entries().get("edge/a").getMode() & 0_777).isEqualTo(0_755);
    assertThat(entries().get("edge/b in/zoë 李").getMode() & 0_777).isEqualTo(0_644);
    assertThat(entries().get("edge/link").getLinkName()).isEqualTo("a");
    assertThat(entries().values())
        .allSatisfy(entry -> assertThat(entry.getLongUserId()).isZero())
        .allSatisfy(entry -> assertThat(entry.getLastModifiedTime()).isEqualTo(TIME));
  }

  @Test
  void theSameFilesMakeTheSameArchive() throws IOException {
    new TarGz(TIME).write(folder, archive);
    byte[] before = Files.readAllBytes(archive);

    Files.setLastModifiedTime(folder.resolve("a"), FileTime.fromMillis(1));
    new TarGz(TIME).write(folder, archive);

    assertThat(Files.readAllBytes(archive)).isEqualTo(before);
  }
}
