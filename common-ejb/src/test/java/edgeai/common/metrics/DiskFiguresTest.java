package edgeai.common.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Scraped;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFiguresTest {
  @TempDir private Path folder;

  @AfterEach
  void forget() {
    Scraped.forget();
  }

  private static double value(String name) {
    return Scraped.samples().stream()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDiskTellsWhatItHasLeftAndHolds() {
    DiskFigures.register(folder);

    assertThat(value("edge_disk_size_bytes"))
        .isPositive()
        .isEqualTo(folder.toFile().getTotalSpace());
    assertThat(value("edge_disk_free_bytes"))
        .isPositive()
        .isLessThanOrEqualTo(value("edge_disk_size_bytes"));
  }

  @Test
  void aFolderThatIsGoneCountsAsFull() {
    DiskFigures.register(folder.resolve("gone"));

    assertThat(value("edge_disk_free_bytes")).isZero();
  }
}
