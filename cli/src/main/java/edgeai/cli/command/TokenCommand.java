package edgeai.cli.command;

import edgeai.access.AccessException;
import edgeai.access.Lifetime;
import edgeai.access.Secret;
import edgeai.access.SentToken;
import edgeai.cli.access.AccessDesk;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Misuse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes, lists and revokes tokens. */
@picocli.CommandLine.Command(name = "token")
final class TokenCommand implements Command {
  private final Context context;

  @Option(names = "--role")
  private String role;

  @Option(names = "--name")
  private String name;

  @Option(names = "--expires")
  private String expires;

  @Option(names = "--out")
  private String out;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--data")
  private String data;

  @Parameters private List<String> words = new ArrayList<>();

  TokenCommand(Context context) {
    this.context = context;
  }

  @Override
  public int run() {
    Actions.Action action =
        Actions.of("token", words, List.of("create", "list"), List.of("revoke"));
    Actions.allow("token", action.word(), "create", "--role", role);
    Actions.allow("token", action.word(), "create", "--name", name);
    Actions.allow("token", action.word(), "create", "--expires", expires);
    Actions.allow("token", action.word(), "create", "--out", out);
    Actions.allow("token", action.word(), "list", "--json", json ? "" : null);
    try {
      switch (action.word()) {
        case "create" -> create(desk());
        case "list" -> desk().listTokens(json);
        default -> desk().revoke(action.name());
      }
      return 0;
    } catch (AccessException e) {
      throw new CommandRefusal(e.getMessage(), e);
    }
  }

  private AccessDesk desk() {
    return Desk.of(context, data);
  }

  private void create(AccessDesk desk) {
    Secret secret = desk.create(Actions.needed("--name", name), Actions.role(role), life());
    if (out == null) {
      context.console().print(secret.text());
      context.console().quote("it is shown this once, and kept nowhere");
      return;
    }
    Path file = context.environment().path(out);
    SentToken.write(file, secret);
    context.console().event("edge", "token %s is in %s".formatted(name, file));
  }

  private Optional<Duration> life() {
    return Optional.ofNullable(expires)
        .map(
            typed ->
                Lifetime.of(typed)
                    .orElseThrow(
                        () ->
                            new Misuse(
                                "--expires takes %s, not".formatted(Lifetime.ALLOWED), typed)));
  }
}
