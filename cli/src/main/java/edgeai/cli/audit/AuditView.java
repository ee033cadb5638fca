package edgeai.cli.audit;

import edgeai.cli.console.Console;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * What is wanted of the audit logs, printed.
 *
 * @param since nothing before it
 * @param who nothing of others
 * @param json as it was written
 */
public record AuditView(Console console, Instant since, Optional<String> who, boolean json) {
  private static final long PAUSE_MILLIS = 500;

  /** Prints what there is, and with {@code follow} what comes, until the command is ended. */
  public void show(AuditLogs logs, boolean follow) throws IOException, InterruptedException {
    logs.read(this::print);
    while (follow) {
      Thread.sleep(PAUSE_MILLIS);
      logs.read(this::print);
    }
  }

  private void print(AuditedDeed deed) {
    if (!deed.at().isBefore(since) && who.filter(name -> !deed.concerns(name)).isEmpty()) {
      console.print(json ? deed.line() : deed.shown());
    }
  }
}
