package edgeai.systemtests.api;

import edgeai.common.door.Ways;
import edgeai.settings.Program;
import edgeai.systemtests.fixture.Build;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;

/**
 * The document of a server's calls: of the annotations of its resources, the Javadoc of its
 * records, the table of its doors, and of what no resource answers ({@code coordinator.json} and
 * {@code admin.json} beside this class).
 */
final class ApiDocument {
  /** What is committed, and is in the WAR. */
  static Path file(Program server) {
    return Build.root().resolve("docs/api/%s.json".formatted(server.word()));
  }

  private ApiDocument() {}

  /** Made anew. */
  static String of(Program server) throws IOException {
    List<Path> modules =
        List.of(Build.root().resolve("common-ejb"), Build.root().resolve(server.word() + "-war"));
    RecordWords words =
        RecordWords.of(modules.stream().map(module -> module.resolve("src/main/java")).toList());
    return SmallRyeOpenAPI.builder()
            .withConfig(new ApiConfig())
            .enableStandardStaticFiles(false)
            .enableModelReader(false)
            .enableStandardFilter(false)
            .withCustomStaticFile(
                () -> ApiDocument.class.getResourceAsStream(server.word() + ".json"))
            .withIndex(index(modules))
            .addFilter(new FieldFilter(words))
            .addFilter(new ProblemFilter())
            .addFilter(new RoleFilter(Ways.of(server)))
            .addFilter(new NameFilter())
            .build()
            .toJSON()
            .strip()
        + "\n";
  }

  private static Index index(List<Path> modules) throws IOException {
    Indexer indexer = new Indexer();
    for (Path module : modules) {
      try (Stream<Path> all = Files.walk(module.resolve("target/classes"))) {
        for (Path file : all.filter(one -> one.toString().endsWith(".class")).sorted().toList()) {
          try (InputStream in = Files.newInputStream(file)) {
            indexer.index(in);
          }
        }
      }
    }
    return indexer.complete();
  }
}
