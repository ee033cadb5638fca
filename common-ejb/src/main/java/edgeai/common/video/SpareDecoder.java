package edgeai.common.video;

import java.util.function.Consumer;

/**
 * Keeps one child process waiting for a video that is yet to come, with the libraries loaded that
 * every video needs. Each child still sees one video only. Thread-safe.
 */
public final class SpareDecoder extends DecoderSource implements AutoCloseable {
  private final DecoderCommand command;
  private final VideoLimits limits;
  private DecoderProcess spare;
  private boolean closed;

  /** Starts nothing yet; the limits are those of all videos that are to come. */
  public SpareDecoder(DecoderCommand command, VideoLimits limits) {
    this.command = command;
    this.limits = limits;
  }

  /**
   * Starts a child unless one waits; returns before it has loaded its libraries.
   *
   * @throws VideoException if it cannot be started
   */
  public synchronized void prepare() throws VideoException {
    if (!closed && !isWaiting()) {
      drop();
      spare = DecoderProcess.start(command, limits);
    }
  }

  /** Has the child that waits load what only some videos need, so that those need not wait. */
  public synchronized void loadAll() {
    if (isWaiting()) {
      spare.loadAll();
    }
  }

  /**
   * Starts the first child of a server, which loads all libraries that any will need.
   *
   * @param listener is told which native library cannot be loaded, and what to do about it
   * @throws VideoException if it cannot be started
   */
  public synchronized void prove(Consumer<String> listener) throws VideoException {
    prepare();
    if (spare != null) {
      spare.loadAll();
      spare.whenHindered(listener);
    }
  }

  /** Whether a child waits. */
  public synchronized boolean isWaiting() {
    return spare != null && spare.isAlive();
  }

  /** The process id of the child that waits, for tests that look for it. */
  synchronized long pid() {
    return spare.pid();
  }

  /** The one that waits, else one that has yet to start. */
  @Override
  synchronized DecoderProcess child(VideoLimits wanted) throws VideoException {
    if (!isWaiting() || !wanted.equals(limits)) {
      return command.child(wanted);
    }
    DecoderProcess taken = spare;
    spare = null;
    return taken;
  }

  /** Ends the child that waits; there will be no other. */
  @Override
  public synchronized void close() {
    closed = true;
    drop();
  }

  private void drop() {
    if (spare != null) {
      spare.end();
      spare = null;
    }
  }
}
