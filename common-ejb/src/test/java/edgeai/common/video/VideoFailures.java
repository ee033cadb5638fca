package edgeai.common.video;

/** Makes failures of decoders for tests of those who have to deal with them. */
public final class VideoFailures {
  private VideoFailures() {}

  /** A failure of this kind, in words that go on after the video's name. */
  public static VideoException of(VideoException.Kind kind, String sentence) {
    return new VideoException(kind, sentence);
  }
}
