package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_READ;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open2;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * One opened container and its video track, through libavformat. The demuxer is chosen by {@link
 * ContainerSignature}, never guessed, and can open nothing but the bytes it is handed: playlists
 * and references into other files lead nowhere.
 */
final class MediaFile implements AutoCloseable {
  /** Decoders that common videos need; the other two hundred stay out of reach. */
  static final String CODECS =
      "h264,hevc,vvc,mpeg4,msmpeg4v1,msmpeg4v2,msmpeg4,h263,h263i,h263p,flv,vp6,vp6a,vp6f,vp8,"
          + "vp9,libdav1d,libaom-av1,mjpeg,mpeg1video,mpeg2video,prores,dnxhd,theora,ffv1,huffyuv,"
          + "ffvhuff,utvideo,rawvideo,png,dvvideo,qtrle,cinepak,svq1,svq3,wmv1,wmv2,wmv3,vc1,cfhd";

  private static final int MAX_STREAMS = 64;

  private final AVIOContext io = new AVIOContext(null);
  private final ContainerExtent extent;
  private final ByteCoverage coverage;
  private final boolean inFileOrder;
  private AVFormatContext container;
  private AVStream track;

  /** Opens a file and finds its video track. */
  MediaFile(DecodeRequest request, ContainerExtent extent) throws VideoException {
    this.extent = extent;
    this.coverage = new ByteCoverage(new File(request.file()).length());
    this.inFileOrder = !request.container().demuxer().equals("mov");
    try {
      open(request);
      track = findTrack(request.maxPixels());
    } catch (VideoException | RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private void open(DecodeRequest request) throws VideoException {
    AVDictionary onlyFiles = options(Map.of("protocol_whitelist", "file"));
    try (BytePointer url =
        new BytePointer(("file:" + request.file() + "\0").getBytes(StandardCharsets.UTF_8))) {
      if (avio_open2(io, url, AVIO_FLAG_READ, null, onlyFiles) < 0) {
        throw VideoException.refused("cannot be opened for reading");
      }
    } finally {
      av_dict_free(onlyFiles);
    }
    String demuxer = request.container().demuxer();
    AVDictionary guards =
        options(
            Map.of(
                "protocol_whitelist",
                "none",
                "format_whitelist",
                demuxer,
                "codec_whitelist",
                CODECS,
                "max_streams",
                String.valueOf(MAX_STREAMS),
                "enable_drefs",
                "0",
                "use_absolute_path",
                "0"));
    try {
      container = avformat_alloc_context();
      container.pb(io);
      container.flags(container.flags() | AVFormatContext.AVFMT_FLAG_CUSTOM_IO);
      if (avformat_open_input(container, "", av_find_input_format(demuxer), guards) < 0) {
        container = null; // freed by the call that failed
        throw unreadable();
      }
    } finally {
      av_dict_free(guards);
    }
  }

  private VideoException unreadable() {
    if (extent.indexMissing()) {
      return VideoException.refused(
          extent.cutOff()
              ? "was cut off before its index (the moov box at the end), so no frame can be read"
              : "has no index (moov box), so no frame can be read");
    }
    return VideoException.refused(
        "is not a video that can be read (allowed: " + ContainerSignature.ALLOWED + ")");
  }

  private AVStream findTrack(long maxPixels) throws VideoException {
    checkDeclaredPixels(maxPixels);
    if (findStreamInfo(maxPixels) < 0 || container.nb_streams() == 0) {
      throw unreadable();
    }
    int best = av_find_best_stream(container, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
    AVStream stream = best < 0 ? null : container.streams(best);
    if (stream == null || isCover(stream)) {
      throw VideoException.refused("has no video track");
    }
    return stream;
  }

  /** Before probing, since a decoder that finds a frame too large forgets how large it was. */
  private void checkDeclaredPixels(long maxPixels) throws VideoException {
    for (int i = 0; i < container.nb_streams(); i++) {
      AVCodecParameters parameters = container.streams(i).codecpar();
      if (parameters.codec_type() == AVMEDIA_TYPE_VIDEO && !isCover(container.streams(i))) {
        checkPixels(parameters.width(), parameters.height(), maxPixels);
      }
    }
  }

  static void checkPixels(int width, int height, long maxPixels) throws VideoException {
    if ((long) width * height > maxPixels) {
      throw VideoException.refused(
          width + "x" + height + " pixels are more than the " + maxPixels + " allowed");
    }
  }

  private static boolean isCover(AVStream stream) {
    return (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
  }

  /** Probing decodes, too, so each stream that is known by now gets the limit on pixels. */
  private int findStreamInfo(long maxPixels) {
    int streams = container.nb_streams();
    if (streams == 0) {
      return avformat_find_stream_info(container, (PointerPointer<?>) null);
    }
    try (PointerPointer<AVDictionary> each = new PointerPointer<>(streams)) {
      for (int i = 0; i < streams; i++) {
        each.put(i, options(Map.of("max_pixels", String.valueOf(maxPixels))));
      }
      int result = avformat_find_stream_info(container, each);
      for (int i = 0; i < streams; i++) {
        av_dict_free(each.position(i));
      }
      each.position(0);
      return result;
    }
  }

  static AVDictionary options(Map<String, String> values) {
    AVDictionary options = new AVDictionary(null);
    values.forEach((name, value) -> av_dict_set(options, name, value, 0));
    return options;
  }

  /** Reads the next packet of any track; what FFmpeg's {@code av_read_frame} gives. */
  int read(AVPacket packet) {
    int result = av_read_frame(container, packet);
    if (result >= 0) {
      long pts = packet.pts();
      double unit = value(container.streams(packet.stream_index()).time_base());
      double end = pts == AV_NOPTS_VALUE ? Double.NaN : (pts + packet.duration()) * unit;
      coverage.packet(packet.pos(), packet.size(), end);
    }
    return result;
  }

  int trackIndex() {
    return track.index();
  }

  AVCodecParameters parameters() {
    return track.codecpar();
  }

  AVRational timeBase() {
    return track.time_base();
  }

  String codecName() {
    return avcodec_get_name(track.codecpar().codec_id()).getString();
  }

  /** After the last packet: whether the file is known to end before its container does. */
  boolean endsEarly() {
    return extent.cutOff() || inFileOrder && coverage.tailLost(wholeSeconds());
  }

  /** Places that the demuxer passed over. */
  int gaps() {
    return inFileOrder ? coverage.gaps() : 0;
  }

  /** Frames per second on average, 0 when unknown or absurd. */
  double fps() {
    double average = value(track.avg_frame_rate());
    double fps = average > 0 ? average : value(track.r_frame_rate());
    return fps > 0 && fps <= 1000 ? fps : 0;
  }

  /** Declared length in seconds, 0 when unknown or only guessed from the bit rate. */
  double durationSeconds() {
    long own = track.duration();
    return own != AV_NOPTS_VALUE && own > 0 ? own * value(track.time_base()) : wholeSeconds();
  }

  private double wholeSeconds() {
    long all = container.duration();
    boolean guessed = container.duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE;
    return all == AV_NOPTS_VALUE || all <= 0 || guessed ? 0 : (double) all / AV_TIME_BASE;
  }

  /** When the container says it starts, in seconds, or NaN. */
  double startSeconds() {
    long start = container.start_time();
    return start == AV_NOPTS_VALUE ? Double.NaN : (double) start / AV_TIME_BASE;
  }

  /** How many frames the container counted, 0 when it did not. */
  long countedFrames() {
    return Math.max(0, track.nb_frames());
  }

  /** How many frames to expect, counted or from length and rate, 0 when unknown. */
  long expectedFrames() {
    return countedFrames() > 0 ? countedFrames() : Math.round(durationSeconds() * fps());
  }

  static double value(AVRational ratio) {
    return ratio.den() == 0 ? 0 : (double) ratio.num() / ratio.den();
  }

  @Override
  public void close() {
    if (container != null) {
      avformat_close_input(container);
    }
    if (!io.isNull()) {
      avio_closep(io);
    }
  }
}
