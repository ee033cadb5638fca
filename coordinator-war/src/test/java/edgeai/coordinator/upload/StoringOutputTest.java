package edgeai.coordinator.upload;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Problems;
import edgeai.common.fixture.QuietLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(QuietLog.class)
class StoringOutputTest {
  /** Every write to it finds the disk full, on Linux. */
  private static final Path FULL = Path.of("/dev/full");

  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsInTheFile() throws IOException {
    Path file = folder.resolve("part");
    try (StoringOutput out = new StoringOutput(file)) {
      out.write('v');
      new ByteArrayInputStream("ideo".getBytes()).transferTo(out);
    }

    assertThat(file).hasContent("video");
  }

  @Test
  void aFullDiskIsA507ThatSaysSo() {
    Assumptions.assumeTrue(Files.exists(FULL), "there is no /dev/full here");
    try (StoringOutput out = new StoringOutput(FULL)) {
      assertThat(Problems.of(() -> out.write(new byte[100], 0, 100)))
          .isEqualTo(
              new Problems.Refused(507, "The upload cannot be stored: No space left on device."));
    }
  }

  @Test
  void aFolderThatIsNotThereIsA507() {
    Path file = folder.resolve("nowhere").resolve("part");
    assertThat(Problems.of(() -> new StoringOutput(file)).status()).isEqualTo(507);
  }
}
