package edgeai.common.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** Between commits of what may wait: a commit costs as much as many rows. */
  private static final Duration APART = Duration.ofMillis(100);

  private final BlockingQueue<PendingEntry> queue = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(QUEUE);
  private final List<Epilogue> epilogues = new CopyOnWriteArrayList<>();
  private final long apartNanos;
  private volatile boolean closing;
  private long begun;
  private ServerDatabase database;
  private GroupCommit commit;
  private Future<?> loop;

  protected GroupWriter() {
    this(APART);
  }

  /** For a test that takes its time. */
  GroupWriter(Duration apart) {
    apartNanos = apart.toNanos();
    begun = System.nanoTime() - apartNanos;
  }

  /** Something to be written. */
  public interface Entry {
    void write(Connection connection) throws SQLException;

    /** Called once the entry is durable, on the writer's thread: quick, never blocking. */
    default void committed() {}

    /**
     * Whether it is written only once the last commit is a while past, so that others may come to
     * it; asked while nothing waits that is in more haste.
     */
    default boolean mayWait() {
      return false;
    }

    /** How many rows of the kind that is measured it stands for. */
    default int size() {
      return 1;
    }
  }

  /** What the entries of a group have in common and is written once, after all of them. */
  public interface Epilogue {
    /** A group begins; what one before it left, or an earlier try at it, is void. */
    void begin();

    void write(Connection connection) throws SQLException;
  }

  /** Starts writing, on one thread of the executor. */
  protected void start(ServerDatabase target, ExecutorService executor) {
    database = target;
    commit = new GroupCommit(target, epilogues, () -> closing, this::wrote);
    loop = executor.submit(this::run);
  }

  /** Ends every group from now on. */
  public void endGroupsWith(Epilogue epilogue) {
    epilogues.add(epilogue);
  }

  /** Queues an entry; waits while the queue is full. The future ends when the entry is durable. */
  public CompletableFuture<Void> submit(Entry entry) {
    room.acquireUninterruptibly();
    return enqueue(entry, room::release);
  }

  /** Queues an entry past the limit, for the few that the writer's own thread must submit. */
  public CompletableFuture<Void> submitUrgently(Entry entry) {
    return enqueue(entry, () -> {});
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
    return commit.trouble();
  }

  /** Entries waiting to be written. */
  public int depth() {
    return queue.size();
  }

  private CompletableFuture<Void> enqueue(Entry entry, Runnable left) {
    PendingEntry pending = new PendingEntry(entry, left, new CompletableFuture<>());
    queue.add(pending);
    return pending.done();
  }

  private void run() {
    List<PendingEntry> group = new ArrayList<>(GROUP);
    while (!closing || !queue.isEmpty()) {
      try {
        PendingEntry first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          gather(group);
          queue.drainTo(group, GROUP - group.size());
          begun = System.nanoTime();
          commit.commit(group);
        }
        database.tidy();
      } catch (InterruptedException e) {
        closing = true;
      } catch (RuntimeException | Error e) {
        LOG.log(Level.SEVERE, "the ledger's writer stumbled", e);
        // nobody may wait for ever for what is not known to be written
        group.forEach(pending -> pending.fail(e));
      } finally {
        group.clear();
      }
    }
  }

  /** Takes what comes, for as long as all of it may wait. */
  private void gather(List<PendingEntry> group) {
    PendingEntry newest = group.get(0);
    while (newest != null && newest.entry().mayWait() && group.size() < GROUP && !closing) {
      newest = next(begun + apartNanos - System.nanoTime());
      if (newest != null) {
        group.add(newest);
      }
    }
  }

  /** Null where none comes in that time. */
  private PendingEntry next(long nanos) {
    try {
      return queue.poll(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      closing = true; // what is taken is written all the same
      return null;
    }
  }

  /** Told of each group that became durable, on the writer's thread. */
  protected void wrote(int rows, long nanos) {}

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
