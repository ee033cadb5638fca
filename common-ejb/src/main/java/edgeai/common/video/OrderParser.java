package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PICTURE_STRUCTURE_FRAME;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PICTURE_STRUCTURE_UNKNOWN;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_close;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_init;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_parse2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;

import edgeai.common.syntax.PictureOrder;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVCodecParserContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** FFmpeg's parser of H.264 and HEVC, which knows all headers that say when pictures are shown. */
final class OrderParser implements PictureOrder, AutoCloseable {
  private static final int COMPLETE_FRAMES = 1; // PARSER_FLAG_COMPLETE_FRAMES

  private final AVCodecContext context;
  private final AVCodecParserContext parser;
  private final PointerPointer<BytePointer> out = new PointerPointer<>(1);
  private final IntPointer size = new IntPointer(1);

  OrderParser(AVCodecParameters parameters) {
    context = avcodec_alloc_context3(avcodec_find_decoder(parameters.codec_id()));
    avcodec_parameters_to_context(context, parameters);
    parser = av_parser_init(parameters.codec_id());
    if (parser != null) {
      parser.flags(parser.flags() | COMPLETE_FRAMES);
    }
  }

  /** Looks at a packet, which is one picture. */
  void parse(AVPacket packet) {
    if (parser != null) {
      parser.picture_structure(AV_PICTURE_STRUCTURE_UNKNOWN);
      av_parser_parse2(
          parser,
          context,
          out,
          size,
          packet.data(),
          packet.size(),
          packet.pts(),
          packet.dts(),
          packet.pos());
    }
  }

  @Override
  public int count() {
    return parser == null ? 0 : parser.output_picture_number();
  }

  @Override
  public boolean isFrame() {
    return parser != null
        && (parser.picture_structure() == AV_PICTURE_STRUCTURE_FRAME
            || parser.picture_structure() == AV_PICTURE_STRUCTURE_UNKNOWN);
  }

  @Override
  public void close() {
    out.close();
    size.close();
    if (parser != null) {
      av_parser_close(parser);
    }
    avcodec_free_context(context);
  }
}
