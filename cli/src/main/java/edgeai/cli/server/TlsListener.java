package edgeai.cli.server;

import edgeai.settings.InvalidSettingException;
import edgeai.settings.ServerCatalogue;
import edgeai.settings.tls.Pem;
import edgeai.settings.tls.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What makes a server listen by TLS, made of the files that its settings name.
 *
 * @param keyStore its key, for the container
 * @param bootCommands all that the container is told before it listens
 */
record TlsListener(Path keyStore, Path bootCommands) {
  private static final String PROTOCOL =
      "configs.config.server-config.network-config.protocols.protocol.http-listener";

  private static final List<String> COMMANDS =
      List.of(
          "set %s.security-enabled=true".formatted(PROTOCOL),
          "create-ssl --type http-listener --certname %s http-listener".formatted(Stores.ALIAS),
          "set %s.ssl.hsts-enabled=true".formatted(PROTOCOL));

  /**
   * Empty where it does not speak TLS.
   *
   * @param plain what the container is told without it
   * @param folder of the server's own, where its files are written
   * @throws IOException where a file cannot be used
   */
  static Optional<TlsListener> of(Map<String, String> variables, Path plain, Path folder)
      throws IOException {
    Optional<Path> certificate = file(variables, ServerCatalogue.TLS_CERT.name());
    Optional<Path> key = file(variables, ServerCatalogue.TLS_KEY.name());
    if (certificate.isEmpty() && key.isEmpty()) {
      return Optional.empty();
    }
    if (certificate.isEmpty() || key.isEmpty()) {
      throw new IOException("TLS_CERT and TLS_KEY go together: one of them is not set");
    }
    TlsListener listener =
        new TlsListener(folder.resolve("server.p12"), folder.resolve("pre-boot.txt"));
    Optional<Path> callers = file(variables, ServerCatalogue.TLS_CLIENT_CA.name());
    listener.write(certificate.get(), key.get(), callers, plain);
    return Optional.of(listener);
  }

  private static Optional<Path> file(Map<String, String> variables, String setting) {
    return Optional.ofNullable(variables.get(setting))
        .filter(value -> !value.isEmpty())
        .map(value -> Path.of(value).toAbsolutePath());
  }

  private void write(Path certificate, Path key, Optional<Path> callers, Path plain)
      throws IOException {
    List<String> commands = new ArrayList<>(Files.readAllLines(plain));
    commands.addAll(COMMANDS);
    try {
      Stores.write(
          keyStore,
          Pem.key(ServerCatalogue.TLS_KEY.name(), key),
          Pem.certificates(ServerCatalogue.TLS_CERT.name(), certificate));
      if (callers.isPresent()) {
        Path known = keyStore.resolveSibling("callers.p12");
        String setting = ServerCatalogue.TLS_CLIENT_CA.name();
        Stores.write(known, Pem.certificates(setting, callers.get()));
        commands.addAll(mutual(known));
      }
    } catch (InvalidSettingException e) {
      throw new IOException(e.getMessage(), e);
    } catch (GeneralSecurityException e) {
      throw new IOException(
          "TLS_CERT=%s and TLS_KEY=%s: %s".formatted(certificate, key, e.getMessage()), e);
    }
    Files.write(bootCommands, commands);
  }

  private static List<String> mutual(Path callers) {
    return List.of(
        "set %s.ssl.trust-store=%s".formatted(PROTOCOL, callers),
        "set %s.ssl.trust-store-type=PKCS12".formatted(PROTOCOL),
        "set %s.ssl.trust-store-password=%s".formatted(PROTOCOL, Stores.PASSWORD),
        "set %s.ssl.client-auth=need".formatted(PROTOCOL));
  }

  /** For the JVM of the server. */
  List<String> flags() {
    return List.of(
        "-Djavax.net.ssl.keyStore=" + keyStore,
        "-Djavax.net.ssl.keyStoreType=PKCS12",
        "-Djavax.net.ssl.keyStorePassword=" + Stores.PASSWORD);
  }
}
