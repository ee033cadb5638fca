package edgeai.cli.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LicencesTest {
  @TempDir Path work;

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(
            name.endsWith(".jar")
                ? zip("META-INF/NOTICE", "a/B.class")
                : name.getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private List<String> collected() throws IOException {
    Path target = work.resolve("licences");
    new Licences(target).collect(work.resolve("app"));
    try (Stream<Path> all = Files.walk(target)) {
      return all.filter(Files::isRegularFile)
          .map(file -> target.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void textsAreTakenFromJarsAndFromJarsInWars() throws IOException {
    Path app = Files.createDirectories(work.resolve("app"));
    Files.write(
        app.resolve("lib-1.jar"),
        zip(
            "META-INF/LICENSE",
            "META-INF/license/LICENSE",
            "NOTICE.txt",
            "a/Licence.class",
            "haarcascade_license_plate.xml",
            "share/licenses/libtiff-LICENSE.md",
            "js/bundle.js.LICENSE.txt"));
    Files.write(
        app.resolve("x.war"), zip("WEB-INF/lib/inner-2.jar", "WEB-INF/d/3rdpartylicenses.txt"));

    assertThat(collected())
        .containsExactly(
            "inner-2/NOTICE",
            "lib-1/LICENSE",
            "lib-1/META-INF_license_LICENSE",
            "lib-1/NOTICE.txt",
            "lib-1/bundle.js.LICENSE.txt",
            "lib-1/libtiff-LICENSE.md",
            "x/3rdpartylicenses.txt");
  }

  @Test
  void aTextLeavesTheFolderUnderNoName() throws IOException {
    Path app = Files.createDirectories(work.resolve("app"));
    Files.write(app.resolve("l.jar"), zip("../../../LICENSE", "/etc/LICENSE", "..\\LICENSE"));

    assertThat(collected()).allMatch(name -> name.startsWith("l/"));
  }
}
