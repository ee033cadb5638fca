package edgeai.common.admin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Optional;

/**
 * Events owed to the admin server, in order, on disk and in memory. At its bound the oldest are
 * dropped and counted. What was added survives a {@code kill -9}; what was settled just before one
 * may be owed again, and is counted once by its {@code event_id}.
 */
public final class EventStore implements AutoCloseable {
  /** Events that one member of the system may owe, and what they may take on disk. */
  public static final int MAX_EVENTS = 10_000;

  public static final long MAX_BYTES = 16L << 20;

  private final EventFile file;
  private final int maxEvents;
  private final long maxBytes;
  private final Deque<OwedEvent> events;
  private long bytes;
  private long lastNumber;
  private long dropped;

  private EventStore(EventFile file, int maxEvents, long maxBytes) throws IOException {
    this.file = file;
    this.maxEvents = maxEvents;
    this.maxBytes = maxBytes;
    EventFile.Contents contents = file.open();
    this.events = contents.events();
    this.lastNumber = contents.lastNumber();
    this.bytes = events.stream().mapToLong(OwedEvent::size).sum();
    dropExcess();
  }

  /**
   * Opens the store in a file, which only this one may have open.
   *
   * @throws IOException where the file cannot be read or written
   */
  public static EventStore open(Path file, int maxEvents, long maxBytes) throws IOException {
    return new EventStore(new EventFile(file), maxEvents, maxBytes);
  }

  /**
   * Adds an event, which this process may then forget.
   *
   * @param json one line
   * @throws IOException where the disk does not take it
   */
  public synchronized void add(String path, String json) throws IOException {
    OwedEvent event = new OwedEvent(lastNumber + 1, path, json);
    file.append(event);
    lastNumber = event.number();
    events.addLast(event);
    bytes += event.size();
    dropExcess();
    notifyAll();
  }

  private void dropExcess() throws IOException {
    long before = dropped;
    long last = 0;
    while (events.size() > maxEvents || bytes > maxBytes) {
      last = forgetOldest();
      dropped++;
    }
    if (dropped > before) {
      settleTo(last);
    }
  }

  private long forgetOldest() {
    OwedEvent oldest = events.pollFirst();
    bytes -= oldest.size();
    return oldest.number();
  }

  /** The event to deliver next; waits for one for so long. */
  public synchronized Optional<OwedEvent> oldest(long patienceMs) throws InterruptedException {
    if (events.isEmpty() && patienceMs > 0) {
      wait(patienceMs);
    }
    return Optional.ofNullable(events.peekFirst());
  }

  /**
   * Takes the oldest event out, which was delivered or refused for good. Does nothing where it was
   * dropped meanwhile.
   *
   * @throws IOException where the disk does not take note; it is out all the same
   */
  public synchronized void settle(OwedEvent event) throws IOException {
    OwedEvent oldest = events.peekFirst();
    if (oldest != null && oldest.number() == event.number()) {
      forgetOldest();
      settleTo(event.number());
    }
  }

  private void settleTo(long number) throws IOException {
    file.settled(number);
    if (file.size() > 2 * bytes + maxBytes / 4) {
      file.rewrite(events, lastNumber);
    }
  }

  /** Events not delivered yet. */
  public synchronized int size() {
    return events.size();
  }

  /** Events that the bound took since the start. */
  public synchronized long dropped() {
    return dropped;
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
