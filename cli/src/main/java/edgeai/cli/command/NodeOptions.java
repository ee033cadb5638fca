package edgeai.cli.command;

import edgeai.cli.access.NodeToken;
import edgeai.cli.client.Web;
import edgeai.cli.console.Misuse;
import edgeai.cli.place.Environment;
import edgeai.cli.tls.CommandTrust;
import edgeai.cli.tls.LabAuthority;
import edgeai.cli.tls.PinnedAuthority;
import edgeai.settings.AccessCatalogue;
import edgeai.settings.ServerCatalogue;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How a node proves who it is: by a token in a file, or by a code that becomes one. */
final class NodeOptions {
  private static final String TOKEN_FILE = AccessCatalogue.TOKEN_FILE.name();
  private static final String TLS_CA = ServerCatalogue.TLS_CA.name();
  private static final Pattern FINGERPRINT = Pattern.compile("(?:\\p{XDigit}{2}:?){32}");

  @Option(names = "--token-file")
  private String tokenFile;

  @Option(names = "--join")
  private String code;

  @Option(names = "--fingerprint")
  private String fingerprint;

  /**
   * With the token that the node sends; the one it joined with stays its own.
   *
   * @param server that it joins
   * @param name by which it would be known there
   */
  Environment in(
      Context context, Environment environment, DataFolder data, String server, String name)
      throws InterruptedException {
    if (tokenFile != null && code != null) {
      throw new Misuse("--token-file and --join do not go together");
    }
    return proven(trusting(context, environment, data, server), data, server, name);
  }

  /** With the authority by which the server is known, where it was told by its fingerprint. */
  private Environment trusting(
      Context context, Environment environment, DataFolder data, String server) {
    PinnedAuthority authority = new PinnedAuthority(data.path());
    if (fingerprint != null) {
      if (!FINGERPRINT.matcher(fingerprint).matches()) {
        throw new Misuse("--fingerprint takes 64 hexadecimal digits");
      }
      Environment known =
          environment.with(TLS_CA, authority.pin(URI.create(server), fingerprint).toString());
      CommandTrust.begin(known, LabAuthority.of(context.checkout()));
      return known;
    }
    return authority
        .known()
        .map(file -> environment.orElse(TLS_CA, file.toString()))
        .orElse(environment);
  }

  private Environment proven(Environment environment, DataFolder data, String server, String name)
      throws InterruptedException {
    NodeToken token = new NodeToken(data.path());
    if (code != null) {
      URI address = URI.create(server);
      return sending(
          environment, token.join(new Web(), address, Typed.value("--join", code), name));
    }
    if (tokenFile != null) {
      return sending(environment, environment.path(Typed.value("--token-file", tokenFile)));
    }
    Optional<Path> joined = token.joined();
    return environment.get(TOKEN_FILE).isPresent() || joined.isEmpty()
        ? environment
        : sending(environment, joined.get());
  }

  private static Environment sending(Environment environment, Path token) {
    return environment.with(TOKEN_FILE, token.toString());
  }
}
