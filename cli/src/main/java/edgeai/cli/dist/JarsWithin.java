package edgeai.cli.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The jars that an application server brings along in its own, by what each says of itself. */
final class JarsWithin {
  private static final String RUNTIME = "MICRO-INF/";

  private JarsWithin() {}

  static List<DeliveredPart> of(Path jar) throws IOException {
    List<DeliveredPart> parts = new ArrayList<>();
    try (ZipFile all = new ZipFile(jar.toFile())) {
      all.stream()
          .filter(entry -> entry.getName().startsWith(RUNTIME) && entry.getName().endsWith(".jar"))
          .forEach(entry -> parts.add(part(all, entry)));
    }
    return parts;
  }

  private static DeliveredPart part(ZipFile all, ZipEntry entry) {
    try (InputStream bytes = all.getInputStream(entry);
        JarInputStream jar = new JarInputStream(bytes)) {
      String file = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
      List<Properties> coordinates = coordinates(jar);
      // one that was put together of several is known by its own name alone
      if (coordinates.size() == 1) {
        Properties one = coordinates.getFirst();
        String group = one.getProperty("groupId");
        String name = one.getProperty("artifactId");
        String version = one.getProperty("version");
        DeliveredPart part = DeliveredPart.of(name).version(version);
        part.component().put("group", group);
        part.purl("pkg:maven/%s/%s@%s?type=jar".formatted(group, name, version));
        part.component().put("bom-ref", entry.getName());
        return part;
      }
      DeliveredPart part = DeliveredPart.of(file.substring(0, file.length() - ".jar".length()));
      part.component().put("bom-ref", entry.getName());
      String version = version(jar.getManifest());
      return version == null ? part : part.version(version);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Properties> coordinates(JarInputStream jar) throws IOException {
    List<Properties> all = new ArrayList<>();
    for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
      if (entry.getName().matches("META-INF/maven/[^/]+/[^/]+/pom\\.properties")) {
        Properties one = new Properties();
        one.load(jar);
        all.add(one);
      }
    }
    return all;
  }

  private static String version(Manifest manifest) {
    if (manifest == null) {
      return null;
    }
    Attributes said = manifest.getMainAttributes();
    String bundle = said.getValue("Bundle-Version");
    return bundle != null ? bundle : said.getValue("Implementation-Version");
  }
}
