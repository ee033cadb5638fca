package edgeai.common.door;

import edgeai.access.AccessException;
import edgeai.access.AccessFile;
import edgeai.access.AccessList;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Those who may call, as their file has them: looked at four times a second where somebody asks, so
 * that whoever is struck off is out within a second. A file that cannot be read lets nobody in.
 */
final class AccessWatch {
  private static final Logger LOG = Logger.getLogger(AccessWatch.class.getName());
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(250);

  private final AccessFile file;
  private volatile Seen seen;

  private record Seen(AccessList list, Object version, long at) {}

  AccessWatch(AccessFile file) {
    this.file = file;
  }

  AccessList list() {
    Seen last = seen;
    return last != null && System.nanoTime() - last.at < PAUSE ? last.list : look();
  }

  /** As it is at this moment. */
  synchronized AccessList look() {
    Object version = version();
    long now = System.nanoTime();
    Seen last = seen;
    AccessList list = last != null && last.version.equals(version) ? last.list : read();
    seen = new Seen(list, version, now);
    return list;
  }

  private Object version() {
    try {
      return file.version();
    } catch (IOException e) {
      return "unreadable";
    }
  }

  private AccessList read() {
    try {
      return file.read();
    } catch (AccessException e) {
      LOG.log(Level.SEVERE, "nobody is let in: {0}", e.getMessage());
      return AccessList.EMPTY;
    }
  }
}
