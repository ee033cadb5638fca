package edgeai.cli.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.cli.console.CommandRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectVersionTest {
  @TempDir Path folder;

  @Test
  void itIsThatOfTheProjectAndNoOthers() throws IOException {
    Path pom =
        Files.writeString(
            folder.resolve("pom.xml"),
            "<project><parent><version>1</version></parent><version> 2.0 </version></project>");
    assertThat(ProjectVersion.of(pom)).isEqualTo("2.0");
  }

  @Test
  void aFileWithoutOneIsRefused() throws IOException {
    Path pom = Files.writeString(folder.resolve("pom.xml"), "<project/>");
    assertThatThrownBy(() -> ProjectVersion.of(pom))
        .isInstanceOf(CommandRefusal.class)
        .hasMessageContaining("names no version");
    assertThatThrownBy(() -> ProjectVersion.of(folder.resolve("none")))
        .isInstanceOf(CommandRefusal.class);
  }
}
