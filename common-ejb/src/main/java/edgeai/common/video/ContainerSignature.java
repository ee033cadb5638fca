package edgeai.common.video;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The containers that are allowed, told by their first bytes and never by a file's name. */
public enum ContainerSignature {
  MP4("mp4", "mov", Layout.INDEXED),
  MOV("mov", "mov", Layout.INDEXED),
  THREE_GP("3gp", "mov", Layout.INDEXED),
  MKV("mkv", "matroska", Layout.IN_ORDER),
  WEBM("webm", "matroska", Layout.IN_ORDER),
  AVI("avi", "avi", Layout.IN_ORDER),
  FLV("flv", "flv", Layout.IN_ORDER),
  TRANSPORT_STREAM("ts", "mpegts", Layout.BROADCAST),
  PROGRAM_STREAM("mpg", "mpeg", Layout.BROADCAST),
  ASF("wmv", "asf", Layout.INDEXED),
  OGG("ogv", "ogg", Layout.PAGED),
  MXF("mxf", "mxf", Layout.EDITED),
  H264("h264", "h264", Layout.BARE),
  H265("h265", "hevc", Layout.BARE),
  MPEG_VIDEO("m2v", "mpegvideo", Layout.BARE),
  DV("dv", "dv", Layout.PAGED);

  /** How many bytes of a file's beginning {@link #of(byte[])} wants to see. */
  public static final int HEAD_BYTES = 1 << 16;

  /** For sentences: every container that is allowed, by the usual endings of such files. */
  public static final String ALLOWED =
      "mp4, mov, mkv, webm, avi, flv, 3gp, ts, mts, m2ts, mpg, vob, wmv, asf, ogv, mxf,"
          + " raw h264, h265, m2v, dv";

  static final String NOT_A_VIDEO = "is not a video that can be read (allowed: " + ALLOWED + ")";

  /** How packets lie in a file. */
  private enum Layout {
    /** Where an index says. */
    INDEXED,
    /** Likewise, one for each unit of time: their places are truer than their times. */
    EDITED,
    /** One behind the other, with nothing between them. */
    IN_ORDER,
    /** In pages that say nothing of the whole. */
    PAGED,
    /** So that one may tune in anywhere: nothing says where it began and how long it is. */
    BROADCAST,
    /** Without a container, so without times. */
    BARE
  }

  private final String label;
  private final String demuxer;
  private final Layout layout;

  ContainerSignature(String label, String demuxer, Layout layout) {
    this.label = label;
    this.demuxer = demuxer;
    this.layout = layout;
  }

  /** The usual ending of such a file, without a dot. */
  public String label() {
    return label;
  }

  /** FFmpeg's name of the one demuxer that may read such a file. */
  String demuxer() {
    return demuxer;
  }

  /** Whether packets lie one behind the other, so that a wide gap between them is a loss. */
  boolean packetsInOrder() {
    return layout == Layout.IN_ORDER;
  }

  /** Whether it may begin in the middle, at any time, and only its packets tell its length. */
  boolean isBroadcast() {
    return layout == Layout.BROADCAST || layout == Layout.BARE;
  }

  /** Whether it says where key frames are, so that one can go there. */
  boolean isIndexed() {
    return demuxer.equals("mov") || demuxer.equals("matroska");
  }

  /** Whether frames have times to go by, rather than follow each other at the video's own rate. */
  boolean isTimed() {
    return layout != Layout.BARE && layout != Layout.EDITED;
  }

  /** Whether it says how much there should be, rather than only what there is. */
  boolean declaresLength() {
    return layout == Layout.INDEXED || layout == Layout.EDITED || layout == Layout.IN_ORDER;
  }

  /** Tells the container from the first {@link #HEAD_BYTES} bytes, or fewer in a short file. */
  public static Optional<ContainerSignature> of(byte[] head) {
    return FirstBytes.container(head);
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
}
