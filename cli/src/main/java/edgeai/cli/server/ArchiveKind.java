package edgeai.cli.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** How a Java runtime keeps classes that it has read, verified and linked before. */
enum ArchiveKind {
  /** An ahead-of-time cache (JEP 514, 515): profiles of methods are in it as well. */
  AOT_CACHE {
    @Override
    List<String> recording(Path archive) {
      return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + configuration(archive));
    }

    @Override
    List<String> assembling(Path archive) {
      return List.of(
          "-XX:AOTMode=create",
          "-XX:AOTConfiguration=" + configuration(archive),
          "-XX:AOTCache=" + archive);
    }

    @Override
    List<String> using(Path archive) {
      return List.of("-XX:AOTCache=" + archive);
    }
  },

  /**
   * Class data sharing for applications (JEP 310), all of it in one file: a second one on top of
   * the runtime's own (JEP 350) holds fewer classes, and a runtime may have none of its own.
   */
  CLASS_DATA {
    @Override
    List<String> recording(Path archive) {
      return List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + configuration(archive));
    }

    @Override
    void sort(Path archive) throws IOException {
      Path recorded = configuration(archive);
      try (Stream<String> classes = Files.lines(recorded)) {
        Files.write(recorded, classes.filter(line -> !line.contains(FROM_A_WAR)).toList());
      }
    }

    @Override
    List<String> assembling(Path archive) {
      return List.of(
          "-Xshare:dump",
          "-XX:SharedClassListFile=" + configuration(archive),
          "-XX:SharedArchiveFile=" + archive);
    }

    @Override
    List<String> using(Path archive) {
      return List.of("-XX:SharedArchiveFile=" + archive);
    }
  };

  private static final int FIRST_WITH_CACHE = 25;

  /** In a line of a class that was loaded from a file which is no longer there. */
  private static final String FROM_A_WAR = " source: ";

  /** Flags of the run whose classes are kept. */
  abstract List<String> recording(Path archive);

  /** Leaves out what the first run noted and the second cannot take. */
  void sort(Path archive) throws IOException {}

  /** Flags of the run that makes the archive of them. */
  abstract List<String> assembling(Path archive);

  /** Flags of a server. */
  abstract List<String> using(Path archive);

  static ArchiveKind of(Path javaHome) throws IOException {
    Properties release = new Properties();
    try (Reader in = Files.newBufferedReader(javaHome.resolve("release"))) {
      release.load(in);
    }
    String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
    int major = Integer.parseInt(version.replaceFirst("\\D.*", ""));
    return major >= FIRST_WITH_CACHE ? AOT_CACHE : CLASS_DATA;
  }

  private static Path configuration(Path archive) {
    return archive.resolveSibling("recorded");
  }
}
