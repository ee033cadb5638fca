package edgeai.cli.command;

import edgeai.cli.access.NodeToken;
import edgeai.cli.client.Web;
import edgeai.cli.console.Misuse;
import edgeai.cli.place.Environment;
import edgeai.settings.AccessCatalogue;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a node proves who it is: by a token in a file, or by a code that becomes one. */
final class NodeOptions {
  private static final String TOKEN_FILE = AccessCatalogue.TOKEN_FILE.name();

  @Option(names = "--token-file")
  private String tokenFile;

  @Option(names = "--join")
  private String code;

  /**
   * With the token that the node sends; the one it joined with stays its own.
   *
   * @param server that it joins
   * @param name by which it would be known there
   */
  Environment in(Environment environment, DataFolder data, String server, String name)
      throws InterruptedException {
    if (tokenFile != null && code != null) {
      throw new Misuse("--token-file and --join do not go together");
    }
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
