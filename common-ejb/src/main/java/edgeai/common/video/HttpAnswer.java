package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avformat.avio_read;
import static org.bytedeco.ffmpeg.global.avformat.avio_read_partial;
import static org.bytedeco.ffmpeg.global.avformat.avio_seek;
import static org.bytedeco.ffmpeg.global.avformat.avio_size;
import static org.bytedeco.ffmpeg.global.avutil.AV_OPT_SEARCH_CHILDREN;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_get;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * What a web server sends back, by its first bytes and by what it says it is.
 *
 * @param type such as {@code image/jpeg}, in lower case; empty where it does not say
 * @param start the first bytes, read but not taken
 * @param length of the whole, 0 or below where it is not told
 */
record HttpAnswer(String type, byte[] start, long length) {
  private static final int PEEK_BYTES = 512;
  private static final int LARGEST_PICTURE = 32 << 20;
  private static final int PIECE_BYTES = 1 << 16;
  private static final int SEEK_SET = 0;

  static HttpAnswer of(AVIOContext answer, StreamFailure failure) throws VideoException {
    byte[] start = new byte[PEEK_BYTES];
    int read = avio_read_partial(answer, start, start.length);
    if (read <= 0) {
      throw failure.reading(read);
    }
    avio_seek(answer, 0, SEEK_SET); // within what was read: nothing is asked for again
    return new HttpAnswer(type(answer), Arrays.copyOf(start, read), avio_size(answer));
  }

  private static String type(AVIOContext answer) {
    String type =
        told(answer, "mime_type").replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    return type.matches("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}") ? type : "";
  }

  /** What FFmpeg knows of the answer, empty where it does not. */
  private static String told(AVIOContext answer, String option) {
    try (PointerPointer<BytePointer> found = new PointerPointer<>(1);
        BytePointer name = new BytePointer(option)) {
      if (av_opt_get(answer, name, AV_OPT_SEARCH_CHILDREN, found) < 0) {
        return "";
      }
      BytePointer text = found.get(BytePointer.class);
      String told = text.getString();
      av_free(text);
      return told;
    }
  }

  /** From which address it comes, which is another than was asked where it was redirected. */
  static String location(AVIOContext answer) {
    return told(answer, "location");
  }

  /** Whether it is one JPEG picture, and no stream of them. */
  boolean isPicture() {
    return beginsWithJpeg() && (type.startsWith("image/") || !isStream() && length > 0);
  }

  /** Whether it is JPEG pictures one behind the other, and nothing between them. */
  boolean isBarePictures() {
    return beginsWithJpeg() && !isPicture();
  }

  private boolean beginsWithJpeg() {
    return start.length >= 2 && (start[0] & 0xff) == 0xff && (start[1] & 0xff) == 0xd8;
  }

  private boolean isStream() {
    return type.startsWith("video/") || type.startsWith("multipart/");
  }

  /** Says what it is where it can be no video. */
  void requireVideo() throws VideoException {
    String text = new String(start, StandardCharsets.ISO_8859_1).strip();
    if (text.startsWith("#EXTM3U") || type.contains("mpegurl") || type.contains("dash+xml")) {
      throw VideoException.refused("answers a playlist" + named() + ", which is not supported");
    }
    boolean isPage =
        type.startsWith("text/") || type.endsWith("json") || type.endsWith("xml") || isMarkup(text);
    if (isPage && !text.startsWith("--")) {
      throw VideoException.refused(
          "answers a page" + named() + " and no video: is its path right, and its login?");
    }
    if (type.startsWith("image/")) {
      throw VideoException.refused("answers a picture that is no JPEG" + named());
    }
  }

  private static boolean isMarkup(String text) {
    return text.startsWith("<") || text.startsWith("{");
  }

  private String named() {
    return type.isEmpty() ? "" : " (" + type + ")";
  }

  /** The picture to its end, within its limit. */
  byte[] wholePicture(AVIOContext answer, StreamFailure failure) throws VideoException {
    if (length > LARGEST_PICTURE) {
      throw tooLarge();
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE_BYTES];
    int read = avio_read(answer, piece, piece.length);
    while (read > 0) {
      whole.write(piece, 0, read);
      if (whole.size() > LARGEST_PICTURE) {
        throw tooLarge();
      }
      read = avio_read(answer, piece, piece.length);
    }
    if (whole.size() == 0) {
      throw failure.reading(read);
    }
    return whole.toByteArray();
  }

  private static VideoException tooLarge() {
    return VideoException.refused(
        "answers a picture of more than the " + LARGEST_PICTURE + " bytes allowed");
  }
}
