package edgeai.admin.camera;

import edgeai.common.error.Refusal;
import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;

/**
 * What a camera tells of itself. It may leave it out, or send what is none of it, as it may have
 * before there was a word for it: that is no error.
 *
 * @param state in its own word, null where it never told
 * @param trouble in its own sentence, null where it has none
 */
record CameraReport(String state, String trouble) {
  static final CameraReport NOTHING = new CameraReport(null, null);

  private static final String RUNNING = "running";
  private static final long MAX_BYTES = 64 << 10;
  private static final int LONGEST_TROUBLE = 500;

  /**
   * Empty where the body tells nothing.
   *
   * @throws edgeai.common.error.TooLarge where it is too large
   */
  static Optional<CameraReport> read(InputStream body) {
    byte[] bytes = Body.read(body, MAX_BYTES);
    try {
      return bytes.length == 0
          ? Optional.empty()
          : of(JsonInput.parse(new ByteArrayInputStream(bytes)));
    } catch (Refusal e) {
      return Optional.empty();
    }
  }

  /** Empty where there is no state among the fields. */
  static Optional<CameraReport> of(JsonInput in) {
    try {
      return in.hasValue("state")
          ? Optional.of(new CameraReport(in.id("state"), trouble(in)))
          : Optional.empty();
    } catch (Refusal e) {
      return Optional.empty();
    }
  }

  private static String trouble(JsonInput in) {
    String text = in.hasValue("trouble") ? in.text("trouble").strip() : "";
    String plain = text.replaceAll("\\p{Cntrl}", " ");
    return plain.isEmpty() ? null : plain.substring(0, Math.min(LONGEST_TROUBLE, plain.length()));
  }

  /** What is known once it has obeyed a command and told this state. */
  CameraReport obeyed(String newState) {
    return new CameraReport(newState, newState.equals(RUNNING) ? trouble : null);
  }
}
