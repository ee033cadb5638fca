package edgeai.cli.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

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

  /** Class data sharing for applications (JEP 350), which is made as the recorded run ends. */
  CLASS_DATA {
    @Override
    List<String> recording(Path archive) {
      return List.of("-XX:ArchiveClassesAtExit=" + archive);
    }

    @Override
    List<String> assembling(Path archive) {
      return List.of();
    }

    @Override
    List<String> using(Path archive) {
      return List.of("-XX:SharedArchiveFile=" + archive);
    }
  };

  private static final int FIRST_WITH_CACHE = 25;

  /** Flags of the run whose classes are kept. */
  abstract List<String> recording(Path archive);

  /** Flags of the run that makes the archive of them; empty where the first did. */
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
