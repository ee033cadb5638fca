package edgeai.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import edgeai.common.fixture.QuietLog;
import edgeai.common.wire.WorkerRegistration;
import edgeai.coordinator.fleet.TestPool;
import edgeai.settings.SettingReader;
import edgeai.settings.tls.KnownServers;
import edgeai.settings.tls.Pem;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real servers that show certificates no authority vouches for. */
@ExtendWith(QuietLog.class)
class WorkerPinsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private static Path keys;
  private static KeyStore honest;
  private static KeyStore rogue;

  private final TestPool pool = new TestPool("ALLOWED_NETWORKS", "127.0.0.0/8, ::1");
  private final List<HttpsServer> servers = new ArrayList<>();
  private final HttpClient client =
      HttpClient.newBuilder()
          .sslContext(
              KnownServers.context(
                  new SettingReader(name -> null), new WorkerPins(pool.fleet()::nodes)))
          .build();

  @BeforeAll
  static void makeKeys() throws IOException, GeneralSecurityException, InterruptedException {
    honest = keyOf("honest");
    rogue = keyOf("rogue");
  }

  private static KeyStore keyOf(String name)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path file = keys.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "edge",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD),
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name)
            .redirectErrorStream(true)
            .start();
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  @AfterEach
  void stop() {
    servers.forEach(server -> server.stop(0));
  }

  /** A server that shows a certificate; its port. */
  private int serve(String address, KeyStore shown) throws IOException, GeneralSecurityException {
    KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(shown, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    HttpsServer server = HttpsServer.create(new InetSocketAddress(address, 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    servers.add(server);
    return server.getAddress().getPort();
  }

  private URI join(String id, String address, int port, KeyStore known)
      throws GeneralSecurityException {
    String announced =
        WorkerRegistration.secure(Pem.fingerprint((X509Certificate) known.getCertificate("edge")));
    return WorkerConnections.address(
        pool.join(
            new WorkerRegistration(
                id,
                "host",
                address,
                port,
                List.of(WorkerRegistration.CAPABILITY, announced),
                List.of(WorkerRegistration.JPEG),
                null,
                null,
                null,
                1,
                null)),
        "/process-frame");
  }

  private int status(URI address) throws IOException, InterruptedException {
    return client
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
        .statusCode();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "[::1]"})
  void aWorkerIsKnownByWhatItRegistered(String address)
      throws IOException, GeneralSecurityException, InterruptedException {
    URI there = join("worker-1", address, serve(address, honest), honest);

    assertThat(status(there)).isEqualTo(200);
  }

  @Test
  void whatOneWorkerRegisteredIsNotTakenAtTheAddressOfAnother()
      throws IOException, GeneralSecurityException {
    URI impostor = join("worker-1", "127.0.0.1", serve("127.0.0.1", rogue), honest);
    join("rogue", "127.0.0.1", serve("127.0.0.1", rogue), rogue);

    assertThatThrownBy(() -> status(impostor)).isInstanceOf(SSLException.class);
  }
}
