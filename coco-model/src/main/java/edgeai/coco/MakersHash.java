package edgeai.coco;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Over all that a model depends on: which package is pinned, and this code. */
final class MakersHash {
  private MakersHash() {}

  /**
   * @param folder that the lock file is in, and the sources
   */
  static String of(Path folder) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Files.copy(folder.resolve("package-lock.json"), all);
    for (Path source : sources(folder.resolve("src/main"))) {
      all.writeBytes(source.getFileName().toString().getBytes(StandardCharsets.UTF_8));
      Files.copy(source, all);
    }
    return Sha256Text.of(all.toByteArray());
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
