package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
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
    String[] entries = DecoderClassPath.find().split(File.pathSeparator);
    assertThat(entries).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    assertThat(entries[0]).contains("common-ejb");
    assertThat(entries[1]).endsWith("*");
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
