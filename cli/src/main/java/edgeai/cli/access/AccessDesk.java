package edgeai.cli.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import edgeai.access.AccessFile;
import edgeai.access.AccessToken;
import edgeai.access.Account;
import edgeai.access.JoinCode;
import edgeai.access.Password;
import edgeai.access.Role;
import edgeai.access.Secret;
import edgeai.cli.console.Console;
import edgeai.cli.console.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes, shows and takes away tokens and accounts. */
public final class AccessDesk {
  private final Console console;
  private final AccessFile file;
  private final Clock clock;
  private final AccessAudit audit;

  public AccessDesk(Console console, AccessFile file, Clock clock) {
    this.console = console;
    this.file = file;
    this.clock = clock;
    this.audit = new AccessAudit(file, clock);
  }

  /** Makes a token, which is not kept and cannot be shown again. */
  public Secret create(String name, Role role, Optional<Duration> life) {
    Secret secret = Secret.fresh();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    file.change(
        list -> list.with(new AccessToken(name, role, secret.hash(), now, life.map(now::plus))));
    audit.note(
        "token create",
        name,
        "role %s, expires %s"
            .formatted(role.word(), life.map(now::plus).map(Instant::toString).orElse("never")));
    return secret;
  }

  public void revoke(String name) {
    file.change(list -> list.withoutToken(name));
    audit.note("token revoke", name, "");
    console.event("edge", "token %s counts for nothing any more".formatted(name));
  }

  public void listTokens(boolean json) {
    Instant now = clock.instant();
    if (json) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      for (AccessToken token : file.read().tokens()) {
        all.addObject()
            .put("name", token.name())
            .put("role", token.role().word())
            .put("created_at", token.created().toString())
            .put("expires_at", token.expires().map(Instant::toString).orElse(null))
            .put("counts", token.countsAt(now));
      }
      console.print(all.toPrettyString());
      return;
    }
    Table table = new Table(false, "token", "role", "created", "expires");
    for (AccessToken token : file.read().tokens()) {
      String expires = token.expires().map(AccessDesk::seconds).orElse("never");
      table.row(
          token.name(),
          token.role().word(),
          seconds(token.created()),
          token.countsAt(now) ? expires : "has expired");
    }
    table.lines().forEach(console::print);
  }

  private static String seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  public void add(String name, Role role, char[] password) {
    Password kept = Password.of(password);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    file.change(list -> list.with(new Account(name, role, kept, now)));
    audit.note("user add", name, "role " + role.word());
    console.event("edge", "%s may log in as %s".formatted(name, role.word()));
  }

  /** Whoever is logged in with the one before is logged out. */
  public void changePassword(String name, char[] password) {
    Password kept = Password.of(password);
    file.change(
        list -> {
          Role role = list.account(name).map(Account::role).orElse(Role.VIEWER);
          return list.withoutAccount(name)
              .with(new Account(name, role, kept, clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        });
    audit.note("user password", name, "");
    console.event("edge", "%s has another password".formatted(name));
  }

  public void remove(String name) {
    file.change(list -> list.withoutAccount(name));
    audit.note("user remove", name, "");
    console.event("edge", "%s may not log in any more".formatted(name));
  }

  /** Makes a code by which one machine may join; those whose time is over go. */
  public String openCode(String kind) {
    String code = JoinCode.fresh();
    Instant now = clock.instant();
    file.change(
        list ->
            list.withCodes(list.codes().stream().filter(one -> one.countsAt(now)).toList())
                .with(JoinCode.of(code, now)));
    audit.note(
        "join", kind, "a code that counts for %d minutes".formatted(JoinCode.LIFE.toMinutes()));
    return code;
  }

  public void listAccounts() {
    Table table = new Table(false, "user", "role", "since");
    for (Account account : file.read().accounts()) {
      table.row(account.name(), account.role().word(), account.created().toString());
    }
    table.lines().forEach(console::print);
  }
}
