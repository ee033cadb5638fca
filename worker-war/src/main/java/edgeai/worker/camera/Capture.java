package edgeai.worker.camera;

import edgeai.common.guard.Schedule;
import edgeai.common.network.CallFailure;
import edgeai.common.network.ConfiguredCalls;
import edgeai.common.video.DecoderCommand;
import edgeai.common.video.FrameWish;
import edgeai.common.video.VideoDecoder;
import edgeai.common.video.VideoException;
import edgeai.common.video.VideoFrame;
import edgeai.common.video.VideoLimits;
import edgeai.worker.settings.CameraSettings;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads the source in the decoder's child process until it is interrupted: a file again and again
 * at its own pace, a live source as it comes. A source that goes away is tried again with growing
 * pauses.
 */
final class Capture {
  private static final Logger LOG = Logger.getLogger(Capture.class.getName());
  private final CameraSettings settings;
  private final ConfiguredCalls calls;
  private final DecoderCommand command;
  private final VideoLimits limits;
  private final Schedule timer;
  private final FrameSlot slot;
  private final SourceRetry retry = new SourceRetry(System.nanoTime());
  private volatile boolean open;
  private volatile String trouble;
  private final AtomicLong captured = new AtomicLong();
  private long opening;

  /**
   * @param calls which addresses may be called
   */
  Capture(
      CameraSettings settings,
      ConfiguredCalls calls,
      DecoderCommand command,
      VideoLimits limits,
      Schedule timer,
      FrameSlot slot) {
    this.settings = settings;
    this.calls = calls;
    this.command = command;
    this.limits = limits;
    this.timer = timer;
    this.slot = slot;
  }

  /** Returns once its thread is interrupted. */
  void run() {
    retry.commanded(System.nanoTime());
    try {
      while (!Thread.currentThread().isInterrupted()) {
        watchOnce();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open = false;
    }
  }

  private void watchOnce() throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(retry.nanosLeft(System.nanoTime()));
    opening++;
    try (VideoDecoder decoder = start()) {
      FilePace pace = new FilePace(System.nanoTime());
      Optional<VideoFrame> next = decoder.next();
      while (next.isPresent()) {
        deliver(next.get(), pace);
        next = decoder.next();
      }
      if (settings.source().live().isPresent()) {
        troubled("the source ended");
      }
    } catch (RuntimeException | Error e) {
      LOG.log(Level.SEVERE, "watching failed unforeseen, it is tried again", e);
      troubled("the source cannot be watched: " + CallFailure.words(e));
    } catch (VideoException e) {
      troubled("the source " + e.getMessage());
      if (e.kind() == VideoException.Kind.UNAUTHORIZED) {
        retry.refused(System.nanoTime());
        LOG.log(
            Level.WARNING,
            "it is tried again every {0} minutes, as cameras lock accounts",
            SourceRetry.AFTER_REFUSAL.toMinutes());
      }
    }
  }

  private VideoDecoder start() throws VideoException, InterruptedException {
    CameraSettings.Source source = settings.source();
    Optional<String> refusal = source.refusal(calls);
    if (refusal.isPresent()) {
      throw VideoException.refused(refusal.get());
    }
    FrameWish wish =
        new FrameWish(settings.fps(), settings.jpegQuality(), !settings.skipStill().isOff());
    return source.live().isPresent()
        ? VideoDecoder.watch(command, source.live().get(), wish, limits, timer)
        : VideoDecoder.start(command, source.file().orElseThrow(), wish, limits, timer);
  }

  private void deliver(VideoFrame frame, FilePace pace) throws InterruptedException {
    if (settings.source().file().isPresent()) {
      long wait = pace.nanosUntil(frame.mediaTimeMs(), System.nanoTime());
      TimeUnit.NANOSECONDS.sleep(wait);
    }
    slot.put(new CapturedFrame(frame, opening));
    captured.incrementAndGet();
    if (!open) {
      LOG.log(Level.INFO, "watching {0}", settings.source().shown());
      open = true;
      trouble = null;
    }
    retry.worked();
  }

  private void troubled(String reason) {
    open = false;
    if (!reason.equals(trouble)) {
      LOG.log(
          Level.WARNING,
          "{0}: {1}; trying again",
          new Object[] {settings.source().shown(), reason});
    }
    trouble = reason;
    retry.failed(System.nanoTime());
  }

  /** Whether the source gives frames at this moment. */
  boolean isOpen() {
    return open;
  }

  /** Why the source gives no frames, null where it does. */
  String trouble() {
    return trouble;
  }

  /** Frames taken from the source since the start. */
  long captured() {
    return captured.get();
  }
}
