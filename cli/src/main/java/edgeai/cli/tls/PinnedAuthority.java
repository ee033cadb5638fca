package edgeai.cli.tls;

import edgeai.cli.console.CommandRefusal;
import edgeai.settings.tls.Pem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The authority of a server that was joined, told by the fingerprint that its owner gave. It comes
 * from the server itself, over a connection on which nothing else is said.
 */
public final class PinnedAuthority {
  private static final String NAME = "ca.pem";
  private static final int HTTPS = 443;
  private static final int LIMIT_MS = 10_000;

  private final Path file;

  /**
   * @param data the node's folder for data
   */
  public PinnedAuthority(Path data) {
    this.file = data.resolve(NAME);
  }

  /** Its file, where there is one. */
  public Optional<Path> known() {
    return Optional.of(file).filter(Files::exists);
  }

  /**
   * Keeps the authority of this fingerprint.
   *
   * @throws CommandRefusal where the server shows none of it
   */
  public Path pin(URI server, String fingerprint) {
    try {
      X509Certificate authority =
          shown(server).stream()
              .filter(one -> isOf(one, fingerprint))
              .findFirst()
              .orElseThrow(
                  () ->
                      new CommandRefusal(
                          "%s shows no certificate of that fingerprint: it is another server, or somebody is between"
                              .formatted(server)));
      Files.createDirectories(file.toAbsolutePath().getParent());
      PemText.write(file, List.of(authority));
      return file;
    } catch (IOException | GeneralSecurityException e) {
      throw new CommandRefusal("%s does not speak TLS: %s".formatted(server, e.getMessage()), e);
    }
  }

  private static List<X509Certificate> shown(URI server)
      throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anybody()}, null);
    int port = server.getPort() < 0 ? HTTPS : server.getPort();
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(server.getHost(), port), LIMIT_MS);
      plain.setSoTimeout(LIMIT_MS);
      try (SSLSocket socket =
          (SSLSocket)
              context.getSocketFactory().createSocket(plain, server.getHost(), port, true)) {
        socket.startHandshake();
        Certificate[] chain = socket.getSession().getPeerCertificates();
        return List.of(chain).stream().map(X509Certificate.class::cast).toList();
      }
    }
  }

  private static boolean isOf(X509Certificate certificate, String fingerprint) {
    return Pem.fingerprint(certificate).equalsIgnoreCase(fingerprint.replace(":", ""));
  }

  /** Only listens to what the other shows. */
  private static final class Anybody extends X509ExtendedTrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
      // what is shown is looked at afterwards
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
      // what is shown is looked at afterwards
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      // what is shown is looked at afterwards
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
      throw new UnsupportedOperationException("there are no clients");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
      throw new UnsupportedOperationException("there are no clients");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
      throw new UnsupportedOperationException("there are no clients");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
