package edgeai.cli.server;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Payara Micro as its {@code --outputlauncher} lays it out: jars that the launcher's manifest puts
 * on one class path, which is what an archive of classes is made of. Servers share the jars and
 * have a root folder each.
 *
 * @param folder with the jars, shared by all servers and never written to by one
 */
record FlatRuntime(Path folder) {
  /** Before the folder, on a server's line. */
  static final String FOLDER = "-Dfish.payara.micro.UnpackDir=";

  /** Before a server's own folder, on its line. */
  static final String ROOT = "--rootdir";

  private static final String MAIN = "fish.payara.micro.impl.PayaraMicroImpl";

  /**
   * On the command line the first would count, and there would be no IPv6; servers are told another
   * than the second.
   */
  private static final List<String> NOT_TAKEN =
      List.of("java.net.preferIPv4Stack", "org.glassfish.startupThreadPolicy");

  private static final String ALL = "=ALL-UNNAMED";

  private Path launcher() {
    return folder.resolve("launch-micro.jar");
  }

  private Path configuration() {
    return folder.resolve("config");
  }

  /**
   * The words after the flags of the JVM, up to those of Payara Micro, for a process in this
   * folder. Its class path is relative: a JVM takes what it has in an archive to come from the path
   * that was there when the archive was made, even where it accepts another. Of Payara's jars it
   * has the launcher alone: a JVM before 25 that finds one on the path which a manifest has named
   * already takes the archive for one of other classes.
   */
  List<String> words(Path libraries, Path root) throws IOException {
    List<String> words = new ArrayList<>();
    words.add("-Dfish.payara.micro.BootJar=" + launcher().toUri());
    words.add(FOLDER + folder);
    bootProperties().forEach((name, value) -> words.add("-D%s=%s".formatted(name, value)));
    try (JarFile jar = new JarFile(launcher().toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      modules(manifest, "Add-Opens").forEach(name -> words.add("--add-opens=" + name + ALL));
      modules(manifest, "Add-Exports").forEach(name -> words.add("--add-exports=" + name + ALL));
      words.addAll(List.of("-cp", classPath(libraries)));
    }
    words.addAll(List.of(MAIN, ROOT, root.toString()));
    return words;
  }

  private Map<String, String> bootProperties() throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(configuration().resolve("payara-boot.properties"))) {
      properties.load(in);
    }
    NOT_TAKEN.forEach(properties::remove);
    Map<String, String> sorted = new TreeMap<>();
    properties.stringPropertyNames().forEach(n -> sorted.put(n, properties.getProperty(n)));
    return sorted;
  }

  private static List<String> modules(Attributes manifest, String name) {
    return List.of(manifest.getValue(name).split(" "));
  }

  private String classPath(Path libraries) throws IOException {
    List<String> paths = new ArrayList<>(List.of(folder.relativize(launcher()).toString()));
    jarsIn(libraries).forEach(jar -> paths.add(folder.relativize(jar).toString()));
    return String.join(File.pathSeparator, paths);
  }

  static List<Path> jarsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /**
   * Gives the jars the time of the file that they were in, which, other than that of the unpacking,
   * is the same wherever that file goes.
   */
  void settle(FileTime time) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, time);
      }
    }
  }

  /** A server writes what it is told to its own copy. */
  Path makeRoot(Path root) throws IOException {
    Path copy = Files.createDirectories(root.resolve("config"));
    try (Stream<Path> all = Files.walk(configuration())) {
      for (Path path : all.toList()) {
        Path target = copy.resolve(configuration().relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
    return root;
  }
}
