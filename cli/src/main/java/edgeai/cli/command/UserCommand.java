package edgeai.cli.command;

import edgeai.access.AccessException;
import edgeai.access.Password;
import edgeai.access.Role;
import edgeai.cli.access.AccessDesk;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Misuse;
import edgeai.cli.console.PasswordPrompt;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds, lists and removes those who log in with a password. */
@picocli.CommandLine.Command(name = "user")
final class UserCommand implements Command {
  private final Context context;

  @Option(names = "--role")
  private String role;

  @Option(names = "--password-file")
  private String passwordFile;

  @Option(names = "--data")
  private String data;

  @Parameters private List<String> words = new ArrayList<>();

  UserCommand(Context context) {
    this.context = context;
  }

  @Override
  public int run() {
    Actions.Action action =
        Actions.of("user", words, List.of("list"), List.of("add", "password", "remove"));
    Actions.allow("user", action.word(), "add", "--role", role);
    if (!action.word().equals("password")) {
      Actions.allow("user", action.word(), "add", "--password-file", passwordFile);
    }
    try {
      switch (action.word()) {
        case "add" -> desk().add(action.name(), people(), password(action.name()));
        case "password" -> desk().changePassword(action.name(), password(action.name()));
        case "remove" -> desk().remove(action.name());
        default -> desk().listAccounts();
      }
      return 0;
    } catch (AccessException e) {
      throw new CommandRefusal(e.getMessage(), e);
    }
  }

  /** A node has no password. */
  private Role people() {
    Role wished = Actions.role(role);
    if (wished == Role.NODE) {
      throw new Misuse("nodes have tokens: ./edge token create --role node --name NAME");
    }
    return wished;
  }

  private char[] password(String name) {
    char[] typed =
        passwordFile == null
            ? PasswordPrompt.ask(name)
            : PasswordPrompt.read(context.environment().path(passwordFile));
    if (typed.length < Password.SHORTEST || typed.length > Password.LONGEST) {
      throw new CommandRefusal(
          "a password has %d to %d characters".formatted(Password.SHORTEST, Password.LONGEST));
    }
    return typed;
  }

  private AccessDesk desk() {
    return Desk.of(context, data);
  }
}
