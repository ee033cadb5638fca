package edgeai.common.request;

import edgeai.common.error.Refusal;
import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import edgeai.common.http.PrintableId;
import edgeai.common.wire.CameraRegistration;
import edgeai.common.wire.CameraReport;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads what a camera says of itself. Of its condition it may say nothing, or send what is none, as
 * it may have before there was a word for it: that is no error.
 */
public final class CameraReader {
  private static final long MAX_BYTES = 64 << 10;
  private static final int LONGEST_TROUBLE = 500;

  private CameraReader() {}

  /**
   * @throws edgeai.common.error.InvalidInput where a field is missing or beyond its bounds
   */
  public static CameraRegistration registration(JsonInput in) {
    return new CameraRegistration(
        in.id("camera_id"),
        PrintableId.require("hostname", in.text("hostname")),
        PrintableId.require("ip_address", in.text("ip_address")),
        report(in).orElse(CameraReport.NOTHING));
  }

  /**
   * Empty where the body tells nothing.
   *
   * @throws edgeai.common.error.TooLarge where it is too large
   */
  public static Optional<CameraReport> report(InputStream body) {
    byte[] bytes = Body.read(body, MAX_BYTES);
    try {
      return bytes.length == 0
          ? Optional.empty()
          : report(JsonInput.parse(new ByteArrayInputStream(bytes)));
    } catch (Refusal e) {
      return Optional.empty();
    }
  }

  /** Empty where there is no state among the fields. */
  private static Optional<CameraReport> report(JsonInput in) {
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
}
