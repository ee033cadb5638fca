package edgeai.cli.access;

import edgeai.access.AccessFile;
import edgeai.audit.AuditActor;
import edgeai.audit.AuditEntry;
import edgeai.audit.AuditFile;
import edgeai.cli.console.CommandRefusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Notes what this command changes of who may call, in an audit log beside that file. */
final class AccessAudit {
  private final Path folder;
  private final Clock clock;

  AccessAudit(AccessFile access, Clock clock) {
    this.folder = access.path().toAbsolutePath().getParent();
    this.clock = clock;
  }

  /**
   * @throws CommandRefusal where it cannot be noted
   */
  void note(String what, String thing, String detail) {
    AuditEntry entry =
        AuditEntry.once(
            clock.instant(), "command", AuditActor.ofThisMachine(), what, thing, 0, detail);
    try {
      AuditFile.ofDeeds(folder).append(List.of(entry.line()));
    } catch (IOException e) {
      throw new CommandRefusal(
          "%s of %s was done, and could not be noted in the audit log in %s (%s)"
              .formatted(what, thing, folder, e.getMessage()),
          e);
    }
  }
}
