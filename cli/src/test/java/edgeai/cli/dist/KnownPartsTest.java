package edgeai.cli.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.cli.console.CommandRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownPartsTest {
  @TempDir private Path root;
  private KnownParts known;

  @BeforeEach
  void write() throws IOException {
    Path file = root.resolve("cli/src/main/parts/parts.json");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        {"allowed": ["MIT"], "chosen": {"org.choice": "MIT"},
         "further": [{"in": "wrapper", "name": "Native", "version": "8.0.1", "licence": "GPL-3.0-only", "url": "https://native.example"}]}
        """);
    known = KnownParts.read(root);
  }

  private static DeliveredPart part(String name, String version) {
    return DeliveredPart.of(name)
        .version(version)
        .purl("pkg:maven/x/%s@%s".formatted(name, version));
  }

  @Test
  void aLicenceThatIsNotAllowedIsRefusedAndSoIsNone() {
    assertThatCode(() -> known.requireAllowed(List.of(part("a", "1").under("MIT"))))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> known.requireAllowed(List.of(part("a", "1").under("GPL-3.0-only"))))
        .isInstanceOf(CommandRefusal.class)
        .hasMessageStartingWith("a 1 has GPL-3.0-only: ");
    assertThatThrownBy(() -> known.requireAllowed(List.of(part("a", "1"))))
        .hasMessageStartingWith("a 1 has no licence");
  }

  @Test
  void whereThereIsAChoiceOneIsChosen() {
    DeliveredPart part = part("a", "1").under("GPL-3.0-only");
    part.component().put("group", "org.choice");
    part.component().withArray("licenses").addObject().putObject("license").put("id", "MIT");
    assertThatThrownBy(() -> known.requireAllowed(List.of(part))).hasMessageContaining("choice");

    known.complete(List.of(part));

    known.requireAllowed(List.of(part));
    assertThat(part.licence()).contains("MIT");
  }

  @Test
  void whatIsBuiltIntoALibraryCountsAsWell() {
    DeliveredPart wrapper = part("wrapper", "8.0.1-1.5.13").under("MIT");
    known.complete(List.of(wrapper));

    assertThat(wrapper.inner()).extracting(DeliveredPart::name).containsExactly("Native");
    assertThatThrownBy(() -> known.requireAllowed(List.of(wrapper)))
        .hasMessageStartingWith("Native 8.0.1 has GPL-3.0-only");
  }

  @Test
  void aLibraryOfAnotherVersionIsToldOf() {
    assertThatThrownBy(() -> known.complete(List.of(part("wrapper", "9.0-1.6").under("MIT"))))
        .hasMessage("parts.json knows Native 8.0.1, and here is wrapper 9.0-1.6");
  }
}
