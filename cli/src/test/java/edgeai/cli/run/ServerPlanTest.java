package edgeai.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server's line as a shell takes it. */
@DisabledOnOs(OS.WINDOWS)
class ServerPlanTest {
  private static final String AWKWARD = "it's $HOME `id` \\ \"so\"\nand on";

  @TempDir private Path folder;
  private Checkout checkout;

  @BeforeEach
  void makeACheckoutThatIsBuilt() throws IOException {
    checkout = new Checkout(folder.toRealPath().resolve("checkout"));
    Files.createDirectories(checkout.root().resolve("payara-config/target"));
    Files.writeString(checkout.installation().payara(), "payara");
  }

  private String line(String data, Map<String, String> variables, Map<String, String> settings) {
    Path here = folder.resolve("here");
    ServerPlan plan =
        new ServerPlan("admin", "admin-war", "127.0.0.1", 8001, "", folder.resolve(data), settings);
    return plan.line(checkout, Environment.of(variables, here));
  }

  @Test
  void aShellThatTakesItIsWhereTheServerWillBeAndHasItsEnvironmentToTheLetter()
      throws IOException, InterruptedException {
    Path here = Files.createDirectory(folder.resolve("here"));
    String line = line("data", Map.of("TMPDIR", "/tmp"), Map.of("CAMERA_NAME", AWKWARD));

    assertThat(said(line.replace("&& exec ", "&& pwd && printf %s \"$CAMERA_NAME\" && : ")))
        .isEqualTo("%s%n%s".formatted(here.toRealPath(), AWKWARD));
    assertThat(said(line.replace("&& exec ", "&& printf '%s\\n' ")).lines())
        .startsWith(Path.of(System.getProperty("java.home"), "bin", "java").toString())
        .contains("-Dedge.host=127.0.0.1", "--port", "8001")
        .endsWith(checkout.root().resolve("admin-war/target/admin-war.war").toString());
  }

  @Test
  void ctrlCReachesTheServer() {
    assertThat(line("data", Map.of(), Map.of())).contains("&& exec '/").doesNotContain("trap");
  }

  @Test
  void foldersThatSomebodyWouldHaveToTidyUpAreRefused() throws IOException {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    assertThatThrownBy(() -> line("dätä", Map.of("TMPDIR", temporary.toString()), Map.of()))
        .isInstanceOf(CommandRefusal.class)
        .hasMessageContaining("plain names");
    assertThat(temporary).isEmptyDirectory();
  }

  private static String said(String line) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder(List.of("sh", "-c", line)).start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(line).isZero();
    return said;
  }
}
