package edgeai.coordinator.review;

import java.util.function.LongSupplier;

/** What the time went into while somebody waited for a picture. Thread-safe. */
final class PictureWork {
  private final LongSupplier nanos;
  private final long asked;
  private volatile Long opened;

  /** Somebody asks now. */
  PictureWork(LongSupplier nanos) {
    this.nanos = nanos;
    this.asked = nanos.getAsLong();
  }

  /** The decoder is where it can begin. */
  void opened() {
    opened = nanos.getAsLong();
  }

  /**
   * Whether most of it was decoding what comes before the frame, and not waiting for others or for
   * the decoder to open: then another try will take as long.
   */
  boolean wentIntoDecoding() {
    Long since = opened;
    return since != null && nanos.getAsLong() - since > since - asked;
  }
}
