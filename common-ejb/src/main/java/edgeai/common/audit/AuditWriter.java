package edgeai.common.audit;

import edgeai.audit.AuditEntry;
import edgeai.audit.AuditFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What waits to be written to one file. Where the disk takes nothing it goes on waiting, and what
 * finds no room to wait is lost, counted, and told once the disk takes lines again. Thread-safe.
 */
final class AuditWriter {
  /** Lines that wait, and as many that are being written. */
  static final int MOST_WAITING = 1_024;

  private static final Logger LOG = Logger.getLogger(AuditWriter.class.getName());

  private final AuditFile file;
  private final LongFunction<AuditEntry> loss;
  private final BlockingQueue<AuditEntry> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final List<AuditEntry> taken = new ArrayList<>();
  private final LongAdder lost = new LongAdder();
  private final LongAdder written = new LongAdder();
  private long toldLost;
  private boolean failing;

  /**
   * @param loss what is to be said of so many that were lost
   */
  AuditWriter(AuditFile file, LongFunction<AuditEntry> loss) {
    this.file = file;
    this.loss = loss;
  }

  /** Never waits. */
  void add(AuditEntry entry) {
    if (!waiting.offer(entry)) {
      lost.increment();
    }
  }

  /** Writes what waits. */
  synchronized void write() {
    if (taken.isEmpty()) {
      waiting.drainTo(taken);
    }
    long lostBy = lost.sum();
    List<AuditEntry> lines = new ArrayList<>(taken);
    if (lostBy > toldLost) {
      lines.add(loss.apply(lostBy - toldLost));
    }
    if (lines.isEmpty()) {
      return;
    }
    try {
      file.append(lines.stream().map(AuditEntry::line).toList());
      written.add(lines.size());
      toldLost = lostBy;
      taken.clear();
      if (failing) {
        failing = false;
        LOG.log(Level.INFO, "{0} is written again", file.path());
      }
    } catch (IOException e) {
      if (!failing) {
        failing = true;
        LOG.log(
            Level.WARNING,
            "{0} cannot be written ({1}): what is done is not told there until it can",
            new Object[] {file.path(), e.getMessage()});
      }
    }
  }

  int waiting() {
    return waiting.size();
  }

  long lost() {
    return lost.sum();
  }

  long written() {
    return written.sum();
  }
}
