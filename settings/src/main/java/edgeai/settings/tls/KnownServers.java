package edgeai.settings.tls;

import edgeai.settings.ServerCatalogue;
import edgeai.settings.SettingReader;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * By which certificates a server is known: those of authorities that Java trusts, of {@code
 * TLS_CA}, and the very one in {@code TLS_CERT}, whatever names stand in it, since this machine
 * calls its own servers by addresses that may not.
 */
public final class KnownServers {
  private KnownServers() {}

  /**
   * What clients go by.
   *
   * @throws edgeai.settings.InvalidSettingException where a file cannot be used
   */
  public static SSLContext context(SettingReader settings) {
    return context(settings, Pins.NONE);
  }

  /**
   * The same, for which further servers are known by pins.
   *
   * @throws edgeai.settings.InvalidSettingException where a file cannot be used
   */
  public static SSLContext context(SettingReader settings, Pins pins) {
    List<X509Certificate> chain =
        settings
            .given(ServerCatalogue.TLS_CERT)
            .map(file -> Pem.certificates(ServerCatalogue.TLS_CERT.name(), file))
            .orElse(List.of());
    try {
      Optional<Path> key = settings.given(ServerCatalogue.TLS_KEY);
      X509ExtendedTrustManager java = manager(null);
      Optional<Path> more = settings.given(ServerCatalogue.TLS_CA);
      List<X509ExtendedTrustManager> all =
          more.isPresent() ? List.of(manager(store(more.orElseThrow())), java) : List.of(java);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          !chain.isEmpty() && key.isPresent() ? shown(key.get(), chain) : null,
          new TrustManager[] {new AnyOf(all, chain.stream().limit(1).toList(), pins)},
          null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  /** What this machine shows to servers that want to know who calls. */
  private static KeyManager[] shown(Path key, List<X509Certificate> chain)
      throws GeneralSecurityException {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(
        Stores.of(Pem.key(ServerCatalogue.TLS_KEY.name(), key), chain),
        Stores.PASSWORD.toCharArray());
    return factory.getKeyManagers();
  }

  private static KeyStore store(Path authorities) throws GeneralSecurityException {
    return Stores.of(Pem.certificates(ServerCatalogue.TLS_CA.name(), authorities));
  }

  /**
   * @param authorities null for those of Java
   */
  private static X509ExtendedTrustManager manager(KeyStore authorities)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(authorities);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("no manager of trust"));
  }

  /** Takes whom one of them takes. */
  private static final class AnyOf extends X509ExtendedTrustManager {
    private final List<X509ExtendedTrustManager> managers;
    private final List<X509Certificate> own;
    private final Pins pins;

    private interface Check {
      void by(X509ExtendedTrustManager manager) throws CertificateException;
    }

    /**
     * @param own the certificate of this machine, if any
     */
    AnyOf(List<X509ExtendedTrustManager> managers, List<X509Certificate> own, Pins pins) {
      this.managers = managers;
      this.own = own;
      this.pins = pins;
    }

    private boolean isPinned(X509Certificate[] chain, String host, int port) {
      return chain.length > 0 && host != null && pins.hold(chain[0], host, port);
    }

    private void check(X509Certificate[] chain, boolean pinned, Check check)
        throws CertificateException {
      if (pinned || chain.length > 0 && own.contains(chain[0])) {
        chain[0].checkValidity();
        return;
      }
      CertificateException refusal = null;
      for (X509ExtendedTrustManager manager : managers) {
        try {
          check.by(manager);
          return;
        } catch (CertificateException e) {
          refusal = refusal == null ? e : refusal;
        }
      }
      throw refusal;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
        throws CertificateException {
      boolean pinned = isPinned(chain, engine.getPeerHost(), engine.getPeerPort());
      check(chain, pinned, manager -> manager.checkServerTrusted(chain, kind, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
        throws CertificateException {
      check(chain, false, manager -> manager.checkServerTrusted(chain, kind, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind)
        throws CertificateException {
      check(chain, false, manager -> manager.checkServerTrusted(chain, kind));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
        throws CertificateException {
      check(chain, false, manager -> manager.checkClientTrusted(chain, kind, engine));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
        throws CertificateException {
      check(chain, false, manager -> manager.checkClientTrusted(chain, kind, socket));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind)
        throws CertificateException {
      check(chain, false, manager -> manager.checkClientTrusted(chain, kind));
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return managers.stream()
          .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
          .toArray(X509Certificate[]::new);
    }
  }
}
