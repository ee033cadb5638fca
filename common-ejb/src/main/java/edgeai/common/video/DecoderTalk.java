package edgeai.common.video;

import edgeai.common.guard.Schedule;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What a decoder's child process says, waited for with patience; its first failure is its last. */
final class DecoderTalk implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(DecoderTalk.class.getName());
  private static final long LARGEST_JPEG = 128L << 20;

  private final DecoderProcess child;
  private final VideoLimits limits;
  private final StallWatch watch;
  private boolean opening = true;
  private VideoException failure;

  /**
   * @param timer kills a child that stands still
   */
  DecoderTalk(DecoderProcess child, VideoLimits limits, Schedule timer) {
    this.child = child;
    this.limits = limits;
    this.watch = new StallWatch(timer, child::processorTime, child::kill);
  }

  /** Hands the child its one request; where it does not take it, what it says last tells why. */
  void ask(DecodeRequest request) {
    try {
      child.ask(request);
    } catch (IOException e) {
      LOG.log(Level.FINE, "The decoder did not take its request", e);
    }
  }

  /**
   * Waits for the next message that is more than a sign of progress.
   *
   * @throws VideoException where the child refuses the video, fails or falls silent, now or before
   * @throws InterruptedException where this thread is interrupted, which ends the child
   */
  DecoderMessage await(Duration patience) throws VideoException, InterruptedException {
    if (failure != null) {
      throw failure;
    }
    try {
      DecoderMessage message;
      do {
        watch.begin(patience);
        message = child.read((int) Math.min(LARGEST_JPEG, 65536 + 3 * limits.maxPixels()));
      } while (message instanceof DecoderMessage.Progress);
      if (message instanceof DecoderMessage.Refusal refusal) {
        throw fail(VideoException.of(refusal));
      }
      opening = false;
      return message;
    } catch (ClosedByInterruptException e) {
      Thread.interrupted();
      throw new InterruptedException("interrupted while a video was decoded");
    } catch (ClosedChannelException e) {
      throw new IllegalStateException("the decoder is closed", e);
    } catch (IOException e) {
      throw fail(DecoderFailure.of(e, child, watch, opening));
    } finally {
      watch.end();
    }
  }

  /**
   * Tells the child something that it is waiting for.
   *
   * @throws VideoException where the child has failed or does not take it, now or before
   * @throws InterruptedException where this thread is interrupted, which ends the child
   */
  void say(Duration patience, DecoderProcess.Words words)
      throws VideoException, InterruptedException {
    if (failure != null) {
      throw failure;
    }
    try {
      watch.begin(patience);
      child.say(words);
    } catch (ClosedByInterruptException e) {
      Thread.interrupted();
      throw new InterruptedException("interrupted while a video was decoded");
    } catch (ClosedChannelException e) {
      throw new IllegalStateException("the decoder is closed", e);
    } catch (IOException e) {
      await(patience); // its last word or its exit says why
      throw nonsense();
    } finally {
      watch.end();
    }
  }

  /** Whether the child has failed, so that nothing more can come of it. */
  boolean hasFailed() {
    return failure != null;
  }

  /** Of a message that is none of those which may come now; ends the child. */
  VideoException nonsense() {
    return fail(DecoderFailure.nonsense(child));
  }

  private VideoException fail(VideoException reason) {
    failure = reason;
    child.kill();
    return reason;
  }

  /** Ends the watch over a wait; the child is left as it is. */
  @Override
  public void close() {
    watch.close();
  }
}
