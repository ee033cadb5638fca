package edgeai.cli.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import edgeai.cli.place.Checkout;
import edgeai.cli.server.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class VersionReportTest {
  @TempDir private Path root;

  @Test
  void whatIsNotThereYetIsSaidToBe() throws IOException, InterruptedException {
    Map<String, String> parts = parts();
    assertThat(parts.keySet())
        .containsExactly("edge", "commit", "java", "payara", "onnxruntime", "model");
    assertThat(parts)
        .containsEntry("edge", "1.2.3")
        .containsEntry("commit", "unknown")
        .containsEntry("payara", "not built yet")
        .containsEntry("onnxruntime", "not built yet")
        .containsEntry("model", "not built yet");
    assertThat(parts.get("java")).startsWith(Runtime.version().toString());
  }

  @Test
  void filesTellWhatIsInstalled() throws IOException, InterruptedException {
    Installation installation = new Installation(root);
    Files.createDirectories(installation.libraries());
    Files.createFile(installation.libraries().resolve("onnxruntime_gpu-1.28.0.jar"));
    try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(installation.payara()))) {
      jar.putNextEntry(new ZipEntry("MICRO-INF/domain/branding/glassfish-version.properties"));
      jar.write(
          "major_version=7\nminor_version=2026\nupdate_version=11\n"
              .getBytes(StandardCharsets.UTF_8));
    }
    assertThat(parts())
        .containsEntry("payara", "7.2026.11")
        .containsEntry("onnxruntime", "1.28.0 for CUDA");
  }

  @Test
  void anArchiveHasItsCommitInAFile() throws IOException, InterruptedException {
    Checkout archive = new Checkout(root.resolve("app"), root.resolve("own"));
    assertThat(Revision.of(archive)).isEmpty();
    Files.createDirectory(archive.root());
    Files.writeString(archive.root().resolve("commit"), "0123456789ab\n");
    assertThat(Revision.of(archive)).contains("0123456789ab");
  }

  @Test
  void gitKnowsTheCommitOfACheckoutAndWhetherItWasChanged()
      throws IOException, InterruptedException {
    assumeThat(git("init", "-q")).as("git is there").isZero();
    Path file = Files.writeString(root.resolve("file"), "one");
    git("add", "file");
    git("-c", "user.name=n", "-c", "user.email=e@example.org", "commit", "-q", "-m", "first");
    assertThat(Revision.of(new Checkout(root)).orElseThrow()).matches("[0-9a-f]{12}");
    Files.writeString(file, "another");
    assertThat(Revision.of(new Checkout(root)).orElseThrow()).matches("[0-9a-f]{12}, changed");
    Path within = Files.createDirectory(root.resolve("within"));
    assertThat(Revision.of(new Checkout(within))).as("of somebody's repository").isEmpty();
  }

  private int git(String... words) throws IOException, InterruptedException {
    String[] line = new String[words.length + 1];
    line[0] = "git";
    System.arraycopy(words, 0, line, 1, words.length);
    return new ProcessBuilder(line)
        .directory(root.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private Map<String, String> parts() throws IOException, InterruptedException {
    return VersionReport.of(new Checkout(root), "1.2.3", Optional.empty()).parts();
  }
}
