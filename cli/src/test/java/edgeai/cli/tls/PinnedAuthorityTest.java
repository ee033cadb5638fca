package edgeai.cli.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.cli.place.Environment;
import edgeai.settings.SettingReader;
import edgeai.settings.tls.KnownServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinnedAuthorityTest {
  @TempDir private static Path folder;
  private static LabAuthority lab;
  private static Map<String, String> settings;

  @TempDir private Path data;
  private PinnedAuthority pinned;

  @BeforeAll
  static void makeOne() throws InterruptedException {
    lab = new LabAuthority(folder.resolve("lab"));
    settings = lab.secure(Environment.of(Map.of(), folder)).variables();
  }

  @BeforeEach
  void knowNone() {
    pinned = new PinnedAuthority(data);
  }

  private void pin(String fingerprint) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (SSLServerSocket listener =
        (SSLServerSocket)
            KnownServers.context(new SettingReader(settings::get))
                .getServerSocketFactory()
                .createServerSocket(0, 1, loopback)) {
      CompletableFuture.runAsync(
          () -> {
            try (SSLSocket one = (SSLSocket) listener.accept()) {
              one.startHandshake();
            } catch (IOException e) {
              // who called says why
            }
          });
      pinned.pin(URI.create("https://127.0.0.1:" + listener.getLocalPort()), fingerprint);
    }
  }

  @Test
  void theAuthorityOfThatFingerprintIsKept() throws IOException {
    assertThat(pinned.known()).isEmpty();

    pin(lab.fingerprint());

    assertThat(Files.readString(pinned.known().orElseThrow()))
        .isEqualTo(Files.readString(lab.certificate()));
  }

  @Test
  void anotherIsRefused() {
    assertThatThrownBy(() -> pin("00".repeat(32)))
        .hasMessageContaining("shows no certificate of that fingerprint");
    assertThat(pinned.known()).isEmpty();
  }

  @Test
  void aServerWithoutTlsIsToldOf() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture.runAsync(
          () -> {
            try (var one = plain.accept()) {
              one.getOutputStream()
                  .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
              // who called says why
            }
          });
      assertThatThrownBy(
              () -> pinned.pin(URI.create("https://127.0.0.1:" + plain.getLocalPort()), "00"))
          .hasMessageContaining("does not speak TLS");
    }
  }
}
