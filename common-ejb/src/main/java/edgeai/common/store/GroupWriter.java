package edgeai.common.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one writer of the database: takes entries from a bounded queue and commits them in groups, so
 * that durable writes cost one disk flush for many. Who submits into a full queue waits. Each
 * server makes a bean of it.
 */
public class GroupWriter {
  private static final Logger LOG = Logger.getLogger(GroupWriter.class.getName());
  private static final int QUEUE = 4_096;
  private static final int GROUP = 512;

  /** An outage is one line in the log every half minute. */
  private static final int TRIES_A_LINE = 30;

  private static final Set<String> ENTRYS_FAULT = Set.of("21", "22", "23", "42");

  private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(QUEUE);
  private final Compaction compaction = new Compaction();
  private final List<Epilogue> epilogues = new CopyOnWriteArrayList<>();
  private volatile boolean closing;
  private volatile String trouble;
  private FileDatabase database;
  private Future<?> loop;

  /** Something to be written. */
  public interface Entry {
    void write(Connection connection) throws SQLException;

    /** Called once the entry is durable, on the writer's thread: quick, never blocking. */
    default void committed() {}
  }

  /** What the entries of a group have in common and is written once, after all of them. */
  public interface Epilogue {
    /** A group begins; what one before it left, or an earlier try at it, is void. */
    void begin();

    void write(Connection connection) throws SQLException;
  }

  private record Pending(Entry entry, boolean counted, CompletableFuture<Void> done) {}

  /** Starts writing, on one thread of the executor. */
  protected void start(FileDatabase target, ExecutorService executor) {
    database = target;
    loop = executor.submit(this::run);
  }

  /** Ends every group from now on. */
  public void endGroupsWith(Epilogue epilogue) {
    epilogues.add(epilogue);
  }

  /** Queues an entry; waits while the queue is full. The future ends when the entry is durable. */
  public CompletableFuture<Void> submit(Entry entry) {
    room.acquireUninterruptibly();
    return enqueue(entry, true);
  }

  /** Queues an entry past the limit, for the few that the writer's own thread must submit. */
  public CompletableFuture<Void> submitUrgently(Entry entry) {
    return enqueue(entry, false);
  }

  /** Queues an entry and waits until it is durable. */
  public void write(Entry entry) {
    await(submit(entry));
  }

  /**
   * Waits until what {@code done} stands for is durable, but not for ever.
   *
   * @throws TimeoutException after {@code patience}; it may become durable all the same
   */
  public static void await(CompletableFuture<Void> done, Duration patience)
      throws TimeoutException {
    try {
      done.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  /** Waits until what {@code done} stands for is durable. */
  public static void await(CompletableFuture<Void> done) {
    try {
      done.get();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  private static RuntimeException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while waiting for the ledger", e);
  }

  private static RuntimeException failure(ExecutionException e) {
    return e.getCause() instanceof SQLException sql
        ? new DatabaseException(sql)
        : new IllegalStateException(e.getCause());
  }

  /** Why the database does not write; empty where nothing is known against it. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** Entries waiting to be written. */
  public int depth() {
    return queue.size();
  }

  private CompletableFuture<Void> enqueue(Entry entry, boolean counted) {
    Pending pending = new Pending(entry, counted, new CompletableFuture<>());
    queue.add(pending);
    return pending.done();
  }

  private void run() {
    List<Pending> group = new ArrayList<>(GROUP);
    while (!closing || !queue.isEmpty()) {
      try {
        Pending first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          queue.drainTo(group, GROUP - 1);
          commit(group);
        }
        compaction.stepIfDue(database);
      } catch (InterruptedException e) {
        closing = true;
      } catch (RuntimeException e) {
        LOG.log(Level.SEVERE, "the ledger's writer stumbled", e);
      } finally {
        group.clear();
      }
    }
  }

  /** A database that is away is waited for; one bad entry must not take its group with it. */
  private void commit(List<Pending> group) throws InterruptedException {
    for (int tries = 1; true; tries++) {
      try {
        long started = System.nanoTime();
        write(group);
        trouble = null;
        wrote(group.size(), System.nanoTime() - started);
        group.forEach(this::succeed);
        if (tries > 1) {
          LOG.log(Level.INFO, "the database writes again, after {0} tries", tries);
        }
        return;
      } catch (SQLException e) {
        boolean hopeless = closing || isEntrysFault(e);
        if (hopeless && group.size() == 1) {
          LOG.log(Level.WARNING, "an entry of the ledger was refused", e);
          fail(group.get(0), e);
          return;
        } else if (hopeless) {
          break;
        }
        trouble = DatabaseException.reason(e);
        pause(tries, e);
      } catch (RuntimeException e) {
        if (group.size() > 1) {
          break;
        }
        LOG.log(Level.SEVERE, "an entry of the ledger cannot be written", e);
        fail(group.get(0), e);
        return;
      }
    }
    for (Pending pending : group) {
      commit(List.of(pending));
    }
  }

  private void write(List<Pending> group) throws SQLException {
    database.transaction(
        connection -> {
          epilogues.forEach(Epilogue::begin);
          for (Pending pending : group) {
            pending.entry().write(connection);
          }
          for (Epilogue epilogue : epilogues) {
            epilogue.write(connection);
          }
          return null;
        });
  }

  /** Told of each group that became durable, on the writer's thread. */
  protected void wrote(int entries, long nanos) {}

  private static void pause(int tries, SQLException e) throws InterruptedException {
    if (tries % TRIES_A_LINE == 1) {
      LOG.log(
          Level.WARNING,
          "the database does not write, trying again every second: {0}",
          DatabaseException.reason(e));
    }
    TimeUnit.SECONDS.sleep(1);
  }

  /**
   * SQLState classes 21 and 22 (data), 23 (integrity) and 42 (syntax) are the statement's fault.
   */
  private static boolean isEntrysFault(SQLException e) {
    String state = e.getSQLState();
    return state != null && ENTRYS_FAULT.contains(state.substring(0, Math.min(2, state.length())));
  }

  private void succeed(Pending pending) {
    release(pending);
    try {
      pending.entry().committed();
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "what follows a commit failed", e);
    }
    pending.done().complete(null);
  }

  private void fail(Pending pending, Exception e) {
    release(pending);
    pending.done().completeExceptionally(e);
  }

  private void release(Pending pending) {
    if (pending.counted()) {
      room.release();
    }
  }

  /** Writes what is queued, waiting a few seconds at most. */
  protected void stop() {
    closing = true;
    try {
      loop.get(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.WARNING, "the ledger's writer did not end in time", e);
    }
  }
}
