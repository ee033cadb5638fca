package edgeai.coordinator.fleet;

import edgeai.common.piece.PieceHeader;
import edgeai.common.wire.WorkerRegistration;

/**
 * How many pieces of video a worker may have at the same time: as many as it has callers to keep
 * busy, should decoding need as many decoders, and one at hand.
 */
final class PiecePlaces {
  /** What a worker takes at most, however many frames it takes. */
  private static final int MOST = 8;

  /** One in work, one at hand. */
  private static final int LEAST = 2;

  private PiecePlaces() {}

  /**
   * None for a worker that takes frames only.
   *
   * @param frames that it may have at the same time
   * @param probation whether it gets one of all at a time
   */
  static int of(WorkerRegistration registration, boolean local, int frames, boolean probation) {
    if (!local && !registration.accepts().contains(PieceHeader.MEDIA_TYPE)) {
      return 0;
    }
    return probation ? 1 : Math.max(LEAST, Math.min(MOST, frames));
  }
}
