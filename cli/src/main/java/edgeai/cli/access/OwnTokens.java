package edgeai.cli.access;

import edgeai.access.AccessException;
import edgeai.access.AccessFile;
import edgeai.access.AccessList;
import edgeai.access.AccessToken;
import edgeai.access.Role;
import edgeai.access.Secret;
import edgeai.access.SentToken;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.place.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The tokens by which this checkout's servers know one another and the command, where others reach
 * them, too.
 */
public final class OwnTokens {
  private final Path command;
  private final Path nodes;
  private final Path viewer;
  private final Clock clock;

  public OwnTokens(Checkout checkout, Clock clock) {
    this.command = checkout.own().resolve("token");
    this.nodes = checkout.own().resolve("node-token");
    this.viewer = checkout.own().resolve("prometheus-token");
    this.clock = clock;
  }

  /** That of the command, where it was ever needed. */
  public Optional<Secret> ofCommand() {
    return Files.exists(command) ? Optional.of(read(command)) : Optional.empty();
  }

  /** The file with that of the servers. */
  public Path ofServers() {
    return nodes;
  }

  /** The file with that of a Prometheus, which may look and no more. */
  public Path ofPrometheus() {
    return viewer;
  }

  /** Makes those of command and servers known. */
  public void enrol(AccessFile access) {
    enrol(
        access,
        "edge-command edge-servers",
        list ->
            with(
                with(list, "edge-command", Role.OPERATOR, made(command)),
                "edge-servers",
                Role.NODE,
                made(nodes)));
  }

  /** Makes that of a Prometheus known. */
  public void enrolPrometheus(AccessFile access) {
    enrol(
        access,
        "edge-prometheus",
        list -> with(list, "edge-prometheus", Role.VIEWER, made(viewer)));
  }

  private void enrol(AccessFile access, String names, UnaryOperator<AccessList> change) {
    AccessList before = access.read();
    AccessList after = access.change(change);
    if (!hashes(after).equals(hashes(before))) {
      new AccessAudit(access, clock).note("token create", names, "for this checkout's own");
    }
  }

  private static Set<String> hashes(AccessList list) {
    return list.tokens().stream().map(AccessToken::hash).collect(Collectors.toSet());
  }

  private AccessList with(AccessList list, String name, Role role, Secret secret) {
    Optional<AccessToken> known =
        list.tokens().stream().filter(token -> token.name().equals(name)).findFirst();
    if (known.filter(token -> token.hash().equals(secret.hash())).isPresent()) {
      return list;
    }
    AccessList rest = known.isPresent() ? list.withoutToken(name) : list;
    return rest.with(new AccessToken(name, role, secret.hash(), clock.instant(), Optional.empty()));
  }

  private static Secret made(Path file) {
    if (!Files.exists(file)) {
      SentToken.write(file, Secret.fresh());
    }
    return read(file);
  }

  private static Secret read(Path file) {
    try {
      return SentToken.read(file);
    } catch (AccessException e) {
      throw new CommandRefusal(e.getMessage(), e);
    }
  }
}
