package edgeai.cli.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * How a Java runtime keeps classes that it has read, verified and linked before: class data sharing
 * for applications (JEP 310), all of it in one file. A second one on top of the runtime's own (JEP
 * 350) holds fewer classes, and a runtime may have none of its own.
 *
 * <p>An ahead-of-time cache (JEP 514) has the classes of the WAR too, of which Payara loads some by
 * a loader that it gives up: now and then Java 25 gives the other loader a class of the cache whose
 * superclass is not that loader's, and a cast between the two fails. So there are none of a WAR.
 *
 * @param version of Java
 */
record ClassData(int version) {
  /** From here on it can have classes linked as well (JEP 483). */
  private static final int FIRST_THAT_LINKS = 24;

  /** In a line of a class that was loaded from a file which is no longer there. */
  private static final String FROM_A_WAR = " source: ";

  static ClassData of(Path javaHome) throws IOException {
    Properties release = new Properties();
    try (Reader in = Files.newBufferedReader(javaHome.resolve("release"))) {
      release.load(in);
    }
    String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
    return new ClassData(Integer.parseInt(version.replaceFirst("\\D.*", "")));
  }

  /** Flags of the run whose classes are kept. */
  List<String> recording(Path archive) {
    return List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + list(archive));
  }

  /** Leaves out the classes of the WAR. */
  void sort(Path archive) throws IOException {
    Path recorded = list(archive);
    try (Stream<String> classes = Files.lines(recorded)) {
      Files.write(recorded, classes.filter(line -> !line.contains(FROM_A_WAR)).toList());
    }
  }

  /** Flags of the run that makes the archive of them. */
  List<String> assembling(Path archive) {
    List<String> flags = new ArrayList<>();
    flags.add("-Xshare:dump");
    flags.add("-XX:SharedClassListFile=" + list(archive));
    flags.add("-XX:SharedArchiveFile=" + archive);
    if (version >= FIRST_THAT_LINKS) {
      flags.add("-XX:+AOTClassLinking");
    }
    return flags;
  }

  /** Flags of a server. */
  List<String> using(Path archive) {
    return List.of("-XX:SharedArchiveFile=" + archive);
  }

  private static Path list(Path archive) {
    return archive.resolveSibling("recorded");
  }
}
