package edgeai.common.inference;

import edgeai.common.guard.Schedule;
import edgeai.common.video.DecoderCommand;
import edgeai.common.video.PieceDecoder;
import edgeai.common.video.SpareDecoder;
import edgeai.common.video.VideoException;
import edgeai.common.video.VideoLimits;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where the decoders of pieces come from: child processes, of which a spare one may wait. Closed by
 * whoever does pieces with them.
 */
public final class PieceDecoders implements WarmDecoders.Start {
  private static final Logger LOG = Logger.getLogger(PieceDecoders.class.getName());

  private final SpareDecoder spare;
  private final VideoLimits limits;
  private final Schedule schedule;

  /** Starts nothing yet; the limits are those of all pieces that are to come. */
  public PieceDecoders(DecoderCommand command, VideoLimits limits, Schedule schedule) {
    this.spare = new SpareDecoder(command, limits);
    this.limits = limits;
    this.schedule = schedule;
  }

  @Override
  public void prepare() {
    try {
      spare.prepare();
    } catch (VideoException e) {
      LOG.log(Level.WARNING, "no spare decoder: {0}", e.getMessage());
    }
  }

  WarmDecoders warm(PieceLimits pieces) {
    return new WarmDecoders(this, pieces, Runtime.getRuntime().availableProcessors(), schedule);
  }

  /** A child: the spare one, where it waits. */
  @Override
  public PieceSource decoder() throws VideoException {
    return new DecodedFrames(PieceDecoder.start(spare, limits, schedule));
  }

  @Override
  public void close() {
    spare.close();
  }
}
