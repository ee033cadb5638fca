package edgeai.coordinator.picture;

import edgeai.common.error.UnsupportedMedia;
import edgeai.common.vision.PictureFormat;
import java.util.Locale;
import java.util.Set;

/**
 * What a body that should be a picture is declared to be. It is read by its bytes; the declared
 * type only decides which of both was wrong.
 */
record PictureType(String path, String declared) {
  private static final Set<String> TAKEN =
      Set.of(
          "image/jpeg",
          "image/jpg",
          "image/pjpeg",
          "image/png",
          "image/x-png",
          "image/webp",
          "image/bmp",
          "image/x-bmp",
          "image/x-ms-bmp");

  private static final int SHOWN = 100;

  /**
   * Takes any kind of picture, and bytes of no declared kind; never what a page of another site may
   * send unasked, such as a form.
   *
   * @throws UnsupportedMedia which names what is taken
   */
  static PictureType require(String path, String contentType) {
    String type = contentType == null ? "" : contentType.replaceFirst(";.*", "").strip();
    PictureType declared = new PictureType(path, type.toLowerCase(Locale.ROOT));
    if (!declared.declared.startsWith("image/")
        && !declared.declared.equals("application/octet-stream")) {
      throw declared.notTaken();
    }
    return declared;
  }

  /**
   * The picture, if it is one that is taken, or at least declared so.
   *
   * @throws UnsupportedMedia which names what is taken
   */
  byte[] checked(byte[] picture) {
    if (!TAKEN.contains(declared) && PictureFormat.of(picture).isEmpty()) {
      throw notTaken();
    }
    return picture;
  }

  private UnsupportedMedia notTaken() {
    String shown = declared.length() > SHOWN ? declared.substring(0, SHOWN) + "…" : declared;
    String sent = shown.isEmpty() ? "a body without a Content-Type" : shown;
    return new UnsupportedMedia(
        "%s takes image/jpeg, image/png, image/webp or image/bmp, not %s.".formatted(path, sent));
  }
}
