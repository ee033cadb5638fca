package edgeai.common.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Commits groups of entries to a database, one after the other. A database that is away is waited
 * for; one bad entry does not take its group with it. Runs on the writer's thread.
 */
final class GroupCommit {
  private static final Logger LOG = Logger.getLogger(GroupCommit.class.getName());

  /** An outage is one line in the log every half minute. */
  private static final int TRIES_A_LINE = 30;

  private final ServerDatabase database;
  private final List<GroupWriter.Epilogue> epilogues;
  private final BooleanSupplier closing;
  private final Measure measure;
  private volatile String trouble;

  /** Told of each group that became durable. */
  interface Measure {
    void wrote(int rows, long nanos);
  }

  /**
   * @param epilogues end every group
   * @param closing whether a database that is away is waited for no more
   */
  GroupCommit(
      ServerDatabase database,
      List<GroupWriter.Epilogue> epilogues,
      BooleanSupplier closing,
      Measure measure) {
    this.database = database;
    this.epilogues = epilogues;
    this.closing = closing;
    this.measure = measure;
  }

  /** Why the database does not write; empty where nothing is known against it. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  void commit(List<PendingEntry> group) throws InterruptedException {
    CommitMark mark = new CommitMark();
    for (int tries = 1; true; tries++) {
      try {
        long started = System.nanoTime();
        write(group, mark);
        trouble = null;
        int rows = group.stream().mapToInt(pending -> pending.entry().size()).sum();
        measure.wrote(rows, System.nanoTime() - started);
        group.forEach(PendingEntry::succeed);
        if (tries > 1) {
          LOG.log(Level.INFO, "the database writes again, after {0} tries", tries);
        }
        return;
      } catch (SQLException e) {
        boolean refused = DatabaseException.isStatementsFault(e);
        if (refused && group.size() > 1) {
          break;
        }
        if (refused || closing.getAsBoolean()) {
          LOG.log(Level.WARNING, "entries of the ledger were refused", e);
          group.forEach(pending -> pending.fail(e));
          return;
        }
        trouble = DatabaseException.reason(e);
        pause(tries, e);
      } catch (RuntimeException | Error e) {
        if (group.size() > 1) {
          break;
        }
        LOG.log(Level.SEVERE, "an entry of the ledger cannot be written", e);
        group.get(0).fail(e);
        return;
      }
    }
    for (PendingEntry pending : group) {
      commit(List.of(pending));
    }
  }

  private void write(List<PendingEntry> group, CommitMark mark) throws SQLException {
    database.transactionOnce(
        mark,
        connection -> {
          epilogues.forEach(GroupWriter.Epilogue::begin);
          for (PendingEntry pending : group) {
            pending.entry().write(connection);
          }
          for (GroupWriter.Epilogue epilogue : epilogues) {
            epilogue.write(connection);
          }
          return null;
        });
  }

  private static void pause(int tries, SQLException e) throws InterruptedException {
    if (tries % TRIES_A_LINE == 1) {
      LOG.log(
          Level.WARNING,
          "the database does not write, trying again every second: {0}",
          DatabaseException.reason(e));
    }
    TimeUnit.SECONDS.sleep(1);
  }
}
