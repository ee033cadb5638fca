package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One name, one thing: no two classes of the product have the same simple name. */
class NamesTest {
  private static List<Path> sources() throws IOException {
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      return modules
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .toList();
    }
  }

  private static List<Path> classes(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .toList();
    }
  }

  @Test
  void noSimpleNameStandsTwice() throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path sources : sources()) {
      assertThat(all.addAll(classes(sources))).as(sources.toString()).isTrue();
    }
    assertThat(all).as("the command is among them").anyMatch(file -> file.endsWith("Edge.java"));
    assertThat(all.stream().collect(Collectors.groupingBy(Path::getFileName)).values())
        .filteredOn(named -> named.size() > 1)
        .isEmpty();
  }
}
