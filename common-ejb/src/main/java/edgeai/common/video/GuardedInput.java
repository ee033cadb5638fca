package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_READ;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open2;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * One opened container, through libavformat. Of a file, the demuxer is chosen by {@link
 * ContainerSignature}, never guessed, and can open nothing but the bytes it is handed: playlists
 * and references into other files lead nowhere.
 */
final class GuardedInput implements AutoCloseable {
  /** Decoders that common videos need; the other two hundred stay out of reach. */
  static final String CODECS =
      "h264,hevc,vvc,mpeg4,msmpeg4v1,msmpeg4v2,msmpeg4,h263,h263i,h263p,flv,vp6,vp6a,vp6f,vp8,"
          + "vp9,libdav1d,libaom-av1,mjpeg,mpeg1video,mpeg2video,prores,dnxhd,theora,ffv1,huffyuv,"
          + "ffvhuff,utvideo,rawvideo,png,dvvideo,qtrle,cinepak,svq1,svq3,wmv1,wmv2,wmv3,vc1,cfhd";

  static final int MAX_STREAMS = 64;
  private static final long PADDING_PIXELS = 1_000_000;

  private final ContainerExtent extent;
  private final AVIOContext io = new AVIOContext(null);
  private AVFormatContext container;
  private LiveInput live;

  /** Opens the bytes and reads the container's own header. */
  GuardedInput(DecodeRequest request, ContainerExtent extent) throws VideoException {
    this.extent = extent;
    try {
      if (request.source().isPresent()) {
        live = new LiveInput(request.source().get(), request.sampleFps());
        container = live.container();
      } else {
        openBytes(request.file());
        openContainer(request.container().demuxer());
      }
    } catch (VideoException | RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private void openBytes(String file) throws VideoException {
    AVDictionary onlyFiles = options(Map.of("protocol_whitelist", "file"));
    try (BytePointer url =
        new BytePointer(("file:" + file + "\0").getBytes(StandardCharsets.UTF_8))) {
      if (avio_open2(io, url, AVIO_FLAG_READ, null, onlyFiles) < 0) {
        throw VideoException.refused("cannot be opened for reading");
      }
    } finally {
      av_dict_free(onlyFiles);
    }
  }

  private void openContainer(String demuxer) throws VideoException {
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

  /** Reads on until the streams are known, which decodes a little, within the limit on pixels. */
  void findStreams(long maxPixels) throws VideoException {
    if (live != null) {
      live.awaiting();
    }
    int result = probe(maxPixels);
    if (result < 0 || container.nb_streams() == 0) {
      throw live == null ? unreadable() : live.ended(result);
    }
  }

  private int probe(long maxPixels) {
    int streams = container.nb_streams();
    if (streams == 0) {
      return avformat_find_stream_info(container, (PointerPointer<?>) null);
    }
    try (PointerPointer<AVDictionary> each = new PointerPointer<>(streams)) {
      for (int i = 0; i < streams; i++) {
        each.put(i, options(Map.of("max_pixels", String.valueOf(codecPixels(maxPixels)))));
      }
      int result = avformat_find_stream_info(container, each);
      for (int i = 0; i < streams; i++) {
        av_dict_free(each.position(i));
      }
      each.position(0);
      return result;
    }
  }

  private VideoException unreadable() {
    if (extent.indexMissing()) {
      return VideoException.refused(
          extent.cutOff()
              ? "was cut off before its index (the moov box at the end), so no frame can be read"
              : "has no index (moov box), so no frame can be read");
    }
    return VideoException.refused(ContainerSignature.NOT_A_VIDEO);
  }

  /**
   * The limit inside FFmpeg, wider than the real one: there, pixels are counted with a wide margin
   * around the frame, and a decoder that finds a frame too large does not tell how large it was.
   */
  static long codecPixels(long maxPixels) {
    return 4 * maxPixels + PADDING_PIXELS;
  }

  static AVDictionary options(Map<String, String> values) {
    AVDictionary options = new AVDictionary(null);
    values.forEach((name, value) -> av_dict_set(options, name, value, 0));
    return options;
  }

  AVFormatContext container() {
    return container;
  }

  /** Where it is one, what is known of a live source; else null. */
  LiveInput live() {
    return live;
  }

  @Override
  public void close() {
    if (live != null) {
      live.close();
    } else if (container != null) {
      avformat_close_input(container);
    }
    if (!io.isNull()) {
      avio_closep(io);
    }
  }
}
