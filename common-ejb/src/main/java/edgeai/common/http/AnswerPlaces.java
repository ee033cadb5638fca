package edgeai.common.http;

import edgeai.common.error.Unavailable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A few answers of one kind at a time, each of which holds a thread for as long as its reader
 * takes. Where all places are taken, the one whose reader has taken nothing for longest gives way,
 * and if all take something, who comes is asked to come again. Thread-safe.
 */
public final class AnswerPlaces {
  /** A reader that took nothing for so long gives way to another. */
  private static final Duration STALLED = Duration.ofSeconds(3);

  private final int most;
  private final String what;
  private final Set<PacedOutput> written = new HashSet<>();
  private final AtomicLong refused = new AtomicLong();

  /**
   * @param most at the same time
   * @param what they are, as many are called
   */
  public AnswerPlaces(int most, String what) {
    this.most = most;
    this.what = what;
  }

  /** Writes an answer. */
  public interface Answer {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Has an answer written.
   *
   * @throws Unavailable before its first byte, where there is no place
   */
  public void write(OutputStream out, Answer answer) throws IOException {
    PacedOutput paced = new PacedOutput(out);
    enter(paced);
    try {
      answer.writeTo(paced);
    } finally {
      leave(paced);
    }
  }

  private synchronized void enter(PacedOutput paced) {
    if (written.size() >= most) {
      Optional<PacedOutput> stalled =
          written.stream()
              .filter(other -> other.waitedNanos() > STALLED.toNanos())
              .max(Comparator.comparingLong(PacedOutput::waitedNanos));
      if (stalled.isEmpty()) {
        refused.incrementAndGet();
        throw new Unavailable(
            "%d %s are being written already; try again in a moment.".formatted(most, what), 2);
      }
      stalled.get().giveWay();
      written.remove(stalled.get());
    }
    written.add(paced);
  }

  private synchronized void leave(PacedOutput paced) {
    written.remove(paced);
    paced.end();
  }

  /** Those that are being written. */
  public synchronized int running() {
    return written.size();
  }

  /** Those that found no place. */
  public long refused() {
    return refused.get();
  }
}
