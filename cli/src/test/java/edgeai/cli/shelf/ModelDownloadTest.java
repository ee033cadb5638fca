package edgeai.cli.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.fixture.SpokenLines;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelDownloadTest {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final int MOST = 100;

  @TempDir private static Path keys;
  private static SSLContext trusted;
  private static HttpsServer server;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException, GeneralSecurityException, InterruptedException {
    Path store = keys.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD),
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost")
            .redirectErrorStream(true)
            .start();
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    trusted = context(store);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(trusted));
    server.createContext("/", ModelDownloadTest::answer);
    server.start();
  }

  @AfterAll
  static void end() {
    server.stop(0);
  }

  private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
    KeyStore own = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      own.load(in, PASSWORD);
    }
    KeyManagerFactory shown = KeyManagerFactory.getInstance("PKIX");
    shown.init(own, PASSWORD);
    TrustManagerFactory believed = TrustManagerFactory.getInstance("PKIX");
    believed.init(own);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(shown.getKeyManagers(), believed.getTrustManagers(), null);
    return context;
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body =
        (path.startsWith("/large") ? "w".repeat(MOST + 1) : "weights")
            .getBytes(StandardCharsets.US_ASCII);
    int status =
        switch (path) {
          case "/moved", "/to-plain-http" -> 302;
          case "/missing" -> 404;
          default -> 200;
        };
    exchange
        .getResponseHeaders()
        .set("Location", path.equals("/moved") ? "/model.onnx" : "http://localhost:9/model.onnx");
    if (path.equals("/page")) {
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    }
    // a length of 0 means that it is not said beforehand
    exchange.sendResponseHeaders(status, path.equals("/large-by-surprise") ? 0 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Path fetch(String path) throws InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .sslContext(trusted)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    Path into = folder.resolve("model.onnx");
    int port = server.getAddress().getPort();
    new ModelDownload(client, new SpokenLines().console(), MOST)
        .fetch(URI.create("https://localhost:%d%s?token=SECRET".formatted(port, path)), into);
    return into;
  }

  @ParameterizedTest
  @CsvSource({"/model.onnx", "/moved"})
  void whatIsThereIsFetchedAlsoWhereHttpsLeadsOn(String path)
      throws IOException, InterruptedException {
    assertThat(fetch(path)).hasContent("weights");
  }

  @ParameterizedTest
  @CsvSource({
    "/to-plain-http, leads on to where https does not reach",
    "/missing, answered 404",
    "/page, 'gives a page, not a file'",
    "/large, gives more than",
    "/large-by-surprise, gives more than"
  })
  void whatIsNoModelIsRefusedWithoutItsSecret(String path, String reason) {
    assertThatThrownBy(() -> fetch(path))
        .isInstanceOf(CommandRefusal.class)
        .hasMessageStartingWith("https://localhost/... ")
        .hasMessageContaining(reason)
        .hasMessageNotContaining("SECRET");
  }

  @Test
  void aServerThatNobodyVouchesForIsRefused() {
    URI address =
        URI.create("https://localhost:%d/model.onnx".formatted(server.getAddress().getPort()));
    assertThatThrownBy(
            () ->
                new ModelDownload(new SpokenLines().console())
                    .fetch(address, folder.resolve("model.onnx")))
        .isInstanceOf(CommandRefusal.class)
        .hasMessageStartingWith("https://localhost/... cannot be had: ");
  }
}
