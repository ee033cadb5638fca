package edgeai.cli.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Collects the texts of licences and notices that are in jars and WARs, and in jars in WARs. */
final class Licences {
  private static final Pattern TEXT =
      Pattern.compile(
          "(.*/)?([^/]*[-.])?(LICEN[SC]E|NOTICE|COPYING|3rdpartylicenses|ThirdPartyNotices)"
              + "[^/]*(?<!\\.(class|xml|gz))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern JAR = Pattern.compile("WEB-INF/lib/([^/]+)\\.jar");
  private static final int LARGEST = 4 << 20;

  private final Path target;

  /**
   * @param target gets a folder per jar that has such texts
   */
  Licences(Path target) {
    this.target = target;
  }

  void collect(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> archives = all.filter(Licences::isArchive).sorted().toList();
      for (Path archive : archives) {
        try (InputStream in = Files.newInputStream(archive)) {
          collect(nameOf(archive.getFileName().toString()), in);
        }
      }
    }
  }

  private void collect(String name, InputStream archive) throws IOException {
    ZipInputStream zip = new ZipInputStream(archive);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      var jar = JAR.matcher(entry.getName());
      if (jar.matches()) {
        collect(jar.group(1), zip);
      } else if (!entry.isDirectory() && TEXT.matcher(entry.getName()).matches()) {
        write(target.resolve(name), entry.getName(), zip.readNBytes(LARGEST));
      }
    }
  }

  /** A text keeps its name, or, where the jar has two of one name, its path. */
  private static void write(Path folder, String entry, byte[] text) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(entry.substring(entry.lastIndexOf('/') + 1));
    if (Files.exists(file)) {
      file = folder.resolve(entry.replace('/', '_'));
    }
    Files.write(file, text);
  }

  private static boolean isArchive(Path path) {
    String name = path.getFileName().toString();
    return name.endsWith(".jar") || name.endsWith(".war");
  }

  private static String nameOf(String file) {
    return file.substring(0, file.lastIndexOf('.'));
  }
}
