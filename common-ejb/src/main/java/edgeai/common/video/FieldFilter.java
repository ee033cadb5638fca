package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avfilter.AV_BUFFERSRC_FLAG_KEEP_REF;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame_flags;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_get_by_name;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_create_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_link;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * FFmpeg's bwdif over frames of one size and format: those with the interlaced flag come out as
 * whole frames, the others as they went in; as many as went in, one late.
 */
final class FieldFilter implements AutoCloseable {
  static {
    ChildLibraries.loadFields();
  }

  private static final int THREADS = 2;

  private final int width;
  private final int height;
  private final int format;
  private final int matrix;
  private final int range;
  private final AVFilterGraph graph;
  private final AVFilterContext source = new AVFilterContext(null);
  private final AVFilterContext sink = new AVFilterContext(null);
  private long count;

  /** For frames like this one. */
  FieldFilter(AVFrame like) throws VideoException {
    width = like.width();
    height = like.height();
    format = like.format();
    matrix = like.colorspace();
    range = like.color_range();
    graph = avfilter_graph_alloc();
    graph.nb_threads(THREADS);
    String properties =
        "video_size=%dx%d:pix_fmt=%d:time_base=1/1:colorspace=%d:range=%d"
            .formatted(width, height, format, matrix, range);
    AVFilterContext bwdif = new AVFilterContext(null);
    if (!create(source, "buffer", properties)
        || !create(bwdif, "bwdif", "mode=send_frame:parity=auto:deint=interlaced")
        || !create(sink, "buffersink", null)
        || avfilter_link(source, 0, bwdif, 0) < 0
        || avfilter_link(bwdif, 0, sink, 0) < 0
        || avfilter_graph_config(graph, null) < 0) {
      close();
      throw unusable();
    }
  }

  private boolean create(AVFilterContext context, String filter, String arguments) {
    return avfilter_graph_create_filter(
            context, avfilter_get_by_name(filter), filter, arguments, null, graph)
        >= 0;
  }

  private static VideoException unusable() {
    return VideoException.refused("has interlaced pictures that cannot be made whole");
  }

  boolean takes(AVFrame frame) {
    return frame.width() == width
        && frame.height() == height
        && frame.format() == format
        && frame.colorspace() == matrix
        && frame.color_range() == range;
  }

  /** Takes the next frame, which stays the caller's. */
  void put(AVFrame frame, boolean combed) throws VideoException {
    int flag = AVFrame.AV_FRAME_FLAG_INTERLACED;
    frame.flags(combed ? frame.flags() | flag : frame.flags() & ~flag);
    frame.pts(count++); // must ascend, which the file's own need not
    send(frame);
  }

  /** After the last frame: {@link #take} gives the rest. */
  void end() throws VideoException {
    send(null);
  }

  private void send(AVFrame frame) throws VideoException {
    if (av_buffersrc_add_frame_flags(source, frame, AV_BUFFERSRC_FLAG_KEEP_REF) < 0) {
      throw unusable();
    }
  }

  /** The next frame, which is the caller's to free, or null where none is ready. */
  AVFrame take() throws VideoException {
    AVFrame frame = av_frame_alloc();
    int result = av_buffersink_get_frame(sink, frame);
    if (result >= 0) {
      return frame;
    }
    av_frame_free(frame);
    if (result != AVERROR_EAGAIN() && result != AVERROR_EOF) {
      throw unusable();
    }
    return null;
  }

  @Override
  public void close() {
    avfilter_graph_free(graph);
  }
}
