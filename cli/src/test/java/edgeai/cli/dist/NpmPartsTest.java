package edgeai.cli.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpmPartsTest {
  private static final String LOCK =
      """
      {"packages": {
        "": {"dependencies": {"@a/core": "1", "b": "2"}, "devDependencies": {"tester": "1"}},
        "node_modules/@a/core": {"version": "1.0.0", "license": "MIT",
          "integrity": "sha512-AQID", "dependencies": {"c": "1"}},
        "node_modules/b": {"version": "2.0.0", "license": "0BSD", "dependencies": {"c": "2", "@a/core": "1"}},
        "node_modules/b/node_modules/c": {"version": "2.1.0", "license": "MIT"},
        "node_modules/c": {"version": "1.1.0"},
        "node_modules/tester": {"version": "9.0.0", "license": "GPL-3.0-only", "dev": true}
      }}
      """;

  @TempDir private Path folder;

  @Test
  void whatPagesAreMadeOfIsFoundWithWhatItNeeds() throws IOException {
    Path lock = Files.writeString(folder.resolve("package-lock.json"), LOCK);

    List<DeliveredPart> parts = NpmParts.of(lock);

    assertThat(parts)
        .extracting(DeliveredPart::purl)
        .containsExactlyInAnyOrder(
            "pkg:npm/%40a/core@1.0.0", "pkg:npm/b@2.0.0", "pkg:npm/c@1.1.0", "pkg:npm/c@2.1.0");
    DeliveredPart core = parts.getFirst();
    assertThat(core.licence()).contains("MIT");
    assertThat(core.component().at("/hashes/0/content").asText()).isEqualTo("010203");
    assertThat(parts)
        .filteredOn(part -> part.version().equals("1.1.0"))
        .singleElement()
        .satisfies(part -> assertThat(part.licence()).isEmpty());
  }
}
