package edgeai.common.inference;

import edgeai.common.guard.Schedule;
import edgeai.common.video.DecoderCommand;
import edgeai.common.video.PieceDecoder;
import edgeai.common.video.SpareDecoder;
import edgeai.common.video.VideoException;
import edgeai.common.video.VideoLimits;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where the decoders of pieces come from: child processes, of which a spare one may wait. Closed by
 * whoever does pieces with them.
 */
public final class PieceDecoders implements WarmDecoders.Start {
  private static final Logger LOG = Logger.getLogger(PieceDecoders.class.getName());

  /** The one that was just taken has the processor first. */
  private static final Duration UNTIL_NEXT = Duration.ofSeconds(5);

  private final SpareDecoder spare;
  private final VideoLimits limits;
  private final Schedule schedule;

  /** Starts nothing yet; the limits are those of all pieces that are to come. */
  public PieceDecoders(DecoderCommand command, VideoLimits limits, Schedule schedule) {
    this.spare = new SpareDecoder(command, limits);
    this.limits = limits;
    this.schedule = schedule;
  }

  private void prepareSpare() {
    try {
      spare.prepare();
    } catch (VideoException e) {
      LOG.log(Level.WARNING, "no spare decoder: {0}", e.getMessage());
    }
  }

  WarmDecoders warm(int most) {
    return new WarmDecoders(this, most, schedule);
  }

  /** A child, and a spare one for the next job. */
  @Override
  public PieceSource decoder() throws VideoException {
    PieceDecoder decoder = PieceDecoder.start(spare, limits, schedule);
    schedule.after("spare decoder", UNTIL_NEXT, this::prepareSpare);
    return new DecodedFrames(decoder);
  }

  @Override
  public void close() {
    spare.close();
  }
}
