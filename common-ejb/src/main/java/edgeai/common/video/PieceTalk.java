package edgeai.common.video;

import edgeai.common.guard.Schedule;
import java.time.Duration;

/** A child process that decodes pieces, and what is said to it and by it. */
final class PieceTalk implements AutoCloseable {
  private final VideoLimits limits;
  private final DecoderProcess child;
  private final DecoderTalk talk;
  private boolean asked;
  private boolean answered;

  PieceTalk(DecoderSource source, VideoLimits limits, Schedule timer) throws VideoException {
    this.limits = limits;
    this.child = source.child(limits);
    this.talk = new DecoderTalk(child, limits, timer);
  }

  /** Tells the child more of the piece that it waits for. */
  void say(DecoderProcess.Words words) throws VideoException, InterruptedException {
    if (!asked) {
      asked = true;
      talk.say(
          patience(),
          new PieceSessionRequest(ProcessHandle.current().pid(), limits.maxPixels())::ask);
    }
    talk.say(patience(), words);
  }

  /** Waits for what it has to say of the piece. */
  DecoderMessage await() throws VideoException, InterruptedException {
    DecoderMessage message = talk.await(patience());
    answered = true; // it has loaded its libraries
    return message;
  }

  /** Until its first word the child starts. */
  private Duration patience() {
    return answered ? limits.stallTimeout() : limits.openTimeout();
  }

  /** Of a message that is none of those which may come now; ends the child. */
  VideoException nonsense() {
    return talk.nonsense();
  }

  /** Whether nothing more can come of this child. */
  boolean hasFailed() {
    return talk.hasFailed() || !child.isOpen();
  }

  long pid() {
    return child.pid();
  }

  @Override
  public void close() {
    talk.close();
    child.end();
  }
}
