package edgeai.common.video;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Finds out why a child fell silent, puts it into a sentence and its last words into the log. */
final class DecoderFailure {
  private static final Logger LOG = Logger.getLogger(DecoderFailure.class.getName());

  /** Exit status of a JVM without its main class, or of a child without its native libraries. */
  private static final int NEVER_STARTED = 1;

  static final String NOT_STARTED = "cannot be decoded: its decoder could not be started";

  private DecoderFailure() {}

  /** The reason for an error while reading from the child; {@code opening} before its header. */
  static VideoException of(
      IOException error, DecoderProcess child, StallWatch watch, boolean opening)
      throws InterruptedException {
    if (watch.stalled()) {
      return stalled(watch.patience(), child, opening, error);
    }
    OptionalInt exit = error instanceof EOFException ? child.exit() : OptionalInt.empty();
    if (exit.isEmpty()) {
      return nonsense(child);
    }
    if (exit.getAsInt() == DecoderMain.EX_CONFIG && child.hindrance().isPresent()) {
      String why = child.hindrance().get().replaceFirst("\\.$", "");
      return failure(VideoException.Kind.UNAVAILABLE, NOT_STARTED + ": " + why, child, error);
    }
    if (opening && exit.getAsInt() == NEVER_STARTED) {
      return failure(VideoException.Kind.UNAVAILABLE, NOT_STARTED, child, error);
    }
    return broke("made its decoder crash (exit " + exit.getAsInt() + ")", child, error);
  }

  private static VideoException stalled(
      Patience patience, DecoderProcess child, boolean opening, IOException error) {
    if (patience.wentIntoWork()) {
      String limit = seconds(patience.limit()) + " s of processor time";
      return broke(
          opening ? "could not be opened within " + limit : "gave no frame within " + limit,
          child,
          error);
    }
    String sentence =
        "cannot be %s at this moment: its decoder did next to nothing for %d s, as on a machine that"
            + " is overloaded";
    return failure(
        VideoException.Kind.UNAVAILABLE,
        sentence.formatted(opening ? "opened" : "decoded", patience.passed().toSeconds()),
        child,
        error);
  }

  /** For a child that breaks the protocol. */
  static VideoException nonsense(DecoderProcess child) {
    return broke("made its decoder say something that makes no sense", child, null);
  }

  private static VideoException broke(String sentence, DecoderProcess child, IOException cause) {
    return failure(VideoException.Kind.BROKE_DECODER, sentence, child, cause);
  }

  private static VideoException failure(
      VideoException.Kind kind, String sentence, DecoderProcess child, IOException cause) {
    LOG.log(Level.WARNING, "{0}; it said: {1}", new Object[] {sentence, child.saidAtFirst()});
    return new VideoException(kind, sentence, cause);
  }

  private static String seconds(Duration duration) {
    return String.valueOf(duration.toMillis() / 1000.0).replaceAll("\\.0$", "");
  }
}
