package edgeai.cli.command;

import edgeai.access.Lifetime;
import edgeai.cli.access.AccessPlace;
import edgeai.cli.audit.AuditLogs;
import edgeai.cli.audit.AuditView;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Misuse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Shows who did what to the servers of this machine. */
@picocli.CommandLine.Command(name = "audit")
final class AuditCommand implements Command {
  private final Context context;

  @Option(names = "--follow")
  private boolean follow;

  @Option(names = "--since")
  private String since;

  @Option(names = "--who")
  private String who;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--data")
  private String data;

  AuditCommand(Context context) {
    this.context = context;
  }

  @Override
  public int run() throws InterruptedException {
    Path folder = Desk.folder(context, data);
    Path access =
        AccessPlace.of(folder, context.environment(), context.checkout()).path().getParent();
    AuditView view =
        new AuditView(
            context.console(),
            begin(),
            Optional.ofNullable(who).map(name -> Typed.value("--who", name)),
            json);
    try (AuditLogs logs = new AuditLogs(Stream.of(folder, access).distinct().toList())) {
      view.show(logs, follow);
    } catch (IOException e) {
      throw new CommandRefusal("the audit log cannot be read: " + e.getMessage(), e);
    }
    return 0;
  }

  private Instant begin() {
    return Optional.ofNullable(since)
        .map(
            typed ->
                Lifetime.of(typed)
                    .map(Clock.systemUTC().instant()::minus)
                    .or(() -> moment(typed))
                    .orElseThrow(
                        () ->
                            new Misuse(
                                "--since takes 2h, 3d or a moment such as 2026-11-29T08:00:00Z, not",
                                typed)))
        .orElse(Instant.EPOCH);
  }

  private static Optional<Instant> moment(String typed) {
    try {
      return Optional.of(Instant.parse(typed));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public String unknown(String word) {
    return "takes no";
  }
}
