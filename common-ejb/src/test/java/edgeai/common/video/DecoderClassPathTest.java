package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.FolderNames;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecoderClassPathTest {
  private static final String RESOURCE = "edgeai/common/video/DecoderMain.class";

  @TempDir Path folder;

  private static URL url(String text) throws Exception {
    return URI.create(text).toURL();
  }

  /** As a careless class loader writes it, with a space in it. */
  @SuppressWarnings("deprecation")
  private static URL unescaped(Path jar) throws Exception {
    return new URL("file:" + jar);
  }

  @Test
  void namesThisJarAndTheJarsBesideTheNativeOnes() {
    List<Path> entries = DecoderClassPath.find();
    assertThat(entries).hasSizeGreaterThan(2).doesNotHaveDuplicates().allMatch(Files::exists);
    assertThat(entries.get(0).toString()).contains("common-ejb");
    assertThat(entries).anyMatch(entry -> entry.toString().endsWith(".jar"));
  }

  @Test
  void aJarThatOnlyNamesThemLoadsThemFromAnywhere() throws Exception {
    Path awful = Files.createDirectory(folder.resolve(FolderNames.WITH_EVERYTHING));
    Path classes = Files.createDirectory(awful.resolve("classes"));
    Files.writeString(classes.resolve("a.txt"), "a");
    Path jar = awful.resolve("decoder.jar");
    DecoderClassPath.write(List.of(classes), jar);
    DecoderClassPath.write(List.of(classes), jar);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
        InputStream found = loader.getResourceAsStream("a.txt")) {
      assertThat(found).hasContent("a");
    }
    try (var files = Files.list(awful)) {
      assertThat(files).containsExactlyInAnyOrder(classes, jar);
    }
  }

  @Test
  void understandsAnyNameInEveryWay() throws Exception {
    Path awful = Files.createDirectory(folder.resolve(FolderNames.WITH_EVERYTHING));
    Path jar = Files.createFile(awful.resolve("common!.jar"));
    String escaped = jar.toUri().toString();
    assertThat(DecoderClassPath.place(url(escaped), "")).contains(jar);
    assertThat(DecoderClassPath.place(url(jar.toUri().toASCIIString()), "")).contains(jar);
    assertThat(DecoderClassPath.place(url("jar:" + escaped + "!/" + RESOURCE), RESOURCE))
        .contains(jar);
  }

  @Test
  void understandsEveryWayToNameAPlace() throws Exception {
    Path jar = Files.createFile(folder.resolve("common ejb.jar"));
    String escaped = jar.toUri().toString();
    assertThat(DecoderClassPath.place(url(escaped), "")).contains(jar);
    assertThat(DecoderClassPath.place(url("jar:" + escaped + "!/"), "")).contains(jar);
    assertThat(DecoderClassPath.place(url("jar:" + escaped + "!/" + RESOURCE), RESOURCE))
        .contains(jar);
    assertThat(DecoderClassPath.place(unescaped(jar), "")).contains(jar);
    assertThat(DecoderClassPath.place(url(folder.toUri() + RESOURCE), RESOURCE)).contains(folder);
  }

  @Test
  void saysNothingWhereNothingIsSure() throws Exception {
    assertThat(DecoderClassPath.place(null, "")).isEmpty();
    assertThat(DecoderClassPath.place(url("file:/no/such/place.jar"), "")).isEmpty();
    assertThat(DecoderClassPath.place(url("http://example.org/a.jar"), "")).isEmpty();
    assertThat(DecoderClassPath.place(url("jar:file:/a.war!/WEB-INF/lib/b.jar!/"), "")).isEmpty();
  }
}
