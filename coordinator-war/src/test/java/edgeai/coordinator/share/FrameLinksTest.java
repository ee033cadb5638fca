package edgeai.coordinator.share;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.door.DoorSettings;
import edgeai.settings.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameLinksTest {
  private static final FrameLink LINK =
      new FrameLink("0123456789ab", 42, Instant.parse("2026-12-01T00:00:00Z"), "user 7 änna");

  @TempDir private Path folder;
  private LinkKey key;
  private FrameLinks links;

  @BeforeEach
  void open() {
    key = key();
    links = new FrameLinks(key);
  }

  private LinkKey key() {
    return new LinkKey(
        new DoorSettings(
            Program.COORDINATOR, "0.0.0.0", folder, folder.resolve("access"), false, List.of()));
  }

  @Test
  void whatWasWrittenIsRead() {
    String written = links.write(LINK);
    assertThat(written).matches("[\\w.-]+");
    assertThat(links.read(written)).contains(LINK);
  }

  @Test
  void aRestartKeepsThem() throws IOException {
    String written = links.write(LINK);
    assertThat(new FrameLinks(key()).read(written)).contains(LINK);
    assertThat(Files.getPosixFilePermissions(folder.resolve(LinkKey.FILE)))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void anotherKeyEndsThem() {
    String written = links.write(LINK);
    key.change();
    assertThat(links.read(written)).isEmpty();
    assertThat(new FrameLinks(key()).read(links.write(LINK))).contains(LINK);
  }

  @Test
  void nothingInItCanBeChanged() {
    String written = links.write(LINK);
    for (int i = 0; i < written.length(); i++) {
      char sign = written.charAt(i);
      String other = written.substring(0, i) + (sign == 'A' ? 'E' : 'A') + written.substring(i + 1);
      // the last sign of a signature holds bits that stand for nothing
      if (i < written.length() - 1) {
        assertThat(links.read(other)).as(other).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "....",
        "1.2.3.4.5",
        "1.9999999999999999.AAAA.AAAA.AAAA",
        "1.2.%.%.%",
        "1.2.AAAA.AAAA.AAAA.AAAA"
      })
  void whatNobodyWroteIsNone(String text) {
    assertThat(links.read(text)).isEmpty();
    assertThat(links.read(text + "A".repeat(5_000))).isEmpty();
  }
}
