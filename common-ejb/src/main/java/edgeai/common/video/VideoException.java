package edgeai.common.video;

import java.util.Objects;

/**
 * Says in one sentence for a person why a video cannot be decoded: no paths, no stack traces. The
 * sentence continues the file's name: "is empty", "has no video track".
 */
public final class VideoException extends Exception {

  /** Who is at fault: it decides between the user's problem and the server's. */
  public enum Kind {
    /** The file is not what is allowed, or breaks a limit. */
    REFUSED,
    /** A live source wants another user or password; who insists may lock the account. */
    UNAUTHORIZED,
    /** The decoder crashed or stood still, most likely because of the file. */
    BROKE_DECODER,
    /** The decoder could not be started or asked: the server's fault, not the file's. */
    UNAVAILABLE
  }

  private final Kind kind;

  VideoException(Kind kind, String sentence) {
    super(sentence);
    this.kind = Objects.requireNonNull(kind);
  }

  VideoException(Kind kind, String sentence, Throwable cause) {
    super(sentence, cause);
    this.kind = Objects.requireNonNull(kind);
  }

  /** Who is at fault. */
  public Kind kind() {
    return kind;
  }

  /** What a child's last word says. */
  static VideoException of(DecoderMessage.Refusal refusal) {
    return new VideoException(
        refusal.unauthorized() ? Kind.UNAUTHORIZED : Kind.REFUSED, refusal.sentence());
  }

  public static VideoException refused(String sentence) {
    return new VideoException(Kind.REFUSED, sentence);
  }
}
