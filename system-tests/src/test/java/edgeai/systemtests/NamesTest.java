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

/** One name, one thing: no two classes of the servers have the same simple name. */
class NamesTest {
  private static final List<String> MODULES =
      List.of("settings", "common-ejb", "coordinator-war", "worker-war", "admin-war");

  private static List<Path> classes(String module) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .toList();
    }
  }

  @Test
  void noSimpleNameStandsTwice() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String module : MODULES) {
      assertThat(all.addAll(classes(module))).as(module).isTrue();
    }
    assertThat(all.stream().collect(Collectors.groupingBy(Path::getFileName)).values())
        .allSatisfy(named -> assertThat(named).hasSize(1));
  }
}
