package edgeai.cli.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.cli.place.Environment;
import edgeai.settings.SettingReader;
import edgeai.settings.tls.KnownServers;
import edgeai.settings.tls.Pem;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabAuthorityTest {
  @TempDir private static Path folder;
  private static LabAuthority lab;
  private static Map<String, String> settings;

  @BeforeAll
  static void makeOne() throws InterruptedException {
    lab = new LabAuthority(folder.resolve("lab"));
    settings = lab.secure(Environment.of(Map.of(), folder)).variables();
  }

  private static SSLContext context(Map<String, String> settings) {
    return KnownServers.context(new SettingReader(settings::get));
  }

  /** Greets a server that speaks by one's settings as one who goes by another's does. */
  private static void greet(Map<String, String> server, Map<String, String> client, String host)
      throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (SSLServerSocket listener =
        (SSLServerSocket)
            context(server).getServerSocketFactory().createServerSocket(0, 1, loopback)) {
      CompletableFuture<Void> served =
          CompletableFuture.runAsync(
              () -> {
                try (SSLSocket one = (SSLSocket) listener.accept()) {
                  one.getOutputStream().write(1);
                } catch (IOException e) {
                  // the client says why
                }
              });
      try (SSLSocket socket =
          (SSLSocket)
              context(client).getSocketFactory().createSocket(loopback, listener.getLocalPort())) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(20_000);
        assertThat(socket.getInputStream().read()).as("as %s", host).isEqualTo(1);
      }
      served.join();
    }
  }

  @Test
  void whoHasItsCertificateKnowsTheServersOfThisMachine() throws Exception {
    greet(settings, Map.of("TLS_CA", lab.certificate().toString()), "a worker elsewhere");
    assertThatThrownBy(() -> greet(settings, Map.of(), "a stranger"))
        .isInstanceOf(SSLException.class);
  }

  @Test
  void aServerKnowsItselfWithoutAnyAuthority() throws Exception {
    Map<String, String> alone = new HashMap<>(settings);
    alone.remove("TLS_CA");

    greet(settings, alone, "itself");
  }

  @Test
  void itIsMadeOnceAndItsKeysAreTheOwnersAlone() throws IOException, InterruptedException {
    String fingerprint = lab.fingerprint();
    byte[] chain = Files.readAllBytes(Path.of(settings.get("TLS_CERT")));

    lab.secure(Environment.of(Map.of(), folder));

    assertThat(fingerprint).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
    assertThat(lab.fingerprint()).isEqualTo(fingerprint);
    assertThat(Path.of(settings.get("TLS_CERT"))).hasBinaryContent(chain);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("lab"))))
        .isEqualTo("rwx------");
    for (String secret : List.of("authority.p12", "server.key")) {
      Path file = folder.resolve("lab").resolve(secret);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void whatIsNamedInTheCertificateIsHowThisMachineIsReached() throws Exception {
    X509Certificate own =
        Pem.certificates("TLS_CERT", Path.of(settings.get("TLS_CERT"))).getFirst();

    assertThat(own.getSubjectAlternativeNames().stream().map(name -> String.valueOf(name.get(1))))
        .contains("localhost", "127.0.0.1");
    assertThat(own.getExtendedKeyUsage()).hasSize(2);
  }
}
