package edgeai.coordinator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @Test
  void whoeverWritesToItIsNoticed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("model.onnx"), "whole");
    WholeFile seen = WholeFile.of(file);
    assertThat(seen.isUnchanged()).isTrue();

    Files.writeString(file, "other");
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    assertThat(seen.isUnchanged()).isFalse();

    Files.writeString(file, "longer");
    Files.setLastModifiedTime(file, seen.modified());
    assertThat(seen.isUnchanged()).isFalse();

    Files.delete(file);
    assertThat(seen.isUnchanged()).isFalse();
  }
}
