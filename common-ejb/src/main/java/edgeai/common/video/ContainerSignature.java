package edgeai.common.video;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The containers that are allowed, told by their first bytes and never by a file's name. */
public enum ContainerSignature {
  MP4("mov"),
  MOV("mov"),
  MKV("matroska"),
  WEBM("matroska"),
  AVI("avi"),
  FLV("flv");

  /** How many bytes of a file's beginning {@link #of(byte[])} wants to see. */
  public static final int HEAD_BYTES = 256;

  /** For sentences: every container that is allowed. */
  public static final String ALLOWED = "mp4, mov, mkv, webm, avi, flv";

  static final String NOT_A_VIDEO = "is not a video that can be read (allowed: " + ALLOWED + ")";

  private static final Set<String> FIRST_BOXES = Set.of("moov", "mdat", "wide", "free", "skip");
  private static final Set<String> STILL_PICTURES = Set.of("heic", "heix", "mif1", "avif");
  private static final byte[] EBML = {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3};

  private final String demuxer;

  ContainerSignature(String demuxer) {
    this.demuxer = demuxer;
  }

  /** The usual ending of such a file, without a dot. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** FFmpeg's name of the one demuxer that may read such a file. */
  String demuxer() {
    return demuxer;
  }

  /** Tells the container from the first {@link #HEAD_BYTES} bytes, or fewer in a short file. */
  public static Optional<ContainerSignature> of(byte[] head) {
    if (head.length < 12) {
      return Optional.empty();
    }
    String box = ascii(head, 4, 8);
    if (box.equals("ftyp") && saneBox(head)) {
      String brand = ascii(head, 8, 12);
      return STILL_PICTURES.contains(brand)
          ? Optional.empty()
          : Optional.of(brand.equals("qt  ") ? MOV : MP4);
    }
    if (FIRST_BOXES.contains(box) && saneBox(head)) {
      return Optional.of(MOV);
    }
    if (startsWith(head, EBML)) {
      String beginning = ascii(head, 0, Math.min(head.length, HEAD_BYTES));
      return beginning.contains("webm")
          ? Optional.of(WEBM)
          : beginning.contains("matroska") ? Optional.of(MKV) : Optional.empty();
    }
    if (ascii(head, 0, 4).equals("RIFF") && ascii(head, 8, 12).equals("AVI ")) {
      return Optional.of(AVI);
    }
    return ascii(head, 0, 3).equals("FLV") && head[3] == 1 ? Optional.of(FLV) : Optional.empty();
  }

  /** Tells the container of a file. */
  public static Optional<ContainerSignature> of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(HEAD_BYTES));
    }
  }

  /**
   * Tells the container of a file that must have one.
   *
   * @throws VideoException if the file is empty, no video, or cannot be read
   */
  public static ContainerSignature require(Path file) throws VideoException {
    try {
      if (Files.size(file) == 0) {
        throw VideoException.refused("is empty");
      }
      return of(file).orElseThrow(() -> VideoException.refused(NOT_A_VIDEO));
    } catch (IOException e) {
      throw new VideoException(VideoException.Kind.UNAVAILABLE, "cannot be read from disk", e);
    }
  }

  /** A box is 8 bytes at least; 0 stands for "to the end", 1 for a 64-bit length that follows. */
  private static boolean saneBox(byte[] head) {
    int length =
        (head[0] & 255) << 24 | (head[1] & 255) << 16 | (head[2] & 255) << 8 | (head[3] & 255);
    return length == 0 || length == 1 || Integer.compareUnsigned(length, 8) >= 0;
  }

  private static boolean startsWith(byte[] head, byte[] beginning) {
    for (int i = 0; i < beginning.length; i++) {
      if (head[i] != beginning[i]) {
        return false;
      }
    }
    return true;
  }

  private static String ascii(byte[] head, int from, int to) {
    return new String(head, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
