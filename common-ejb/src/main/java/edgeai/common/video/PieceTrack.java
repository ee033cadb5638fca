package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_new;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_descriptor_get_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_free;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_HWACCEL;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NONE;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecDescriptor;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;

/** What a {@link TrackBlob} says, for a decoder; the bytes may come from anybody. */
final class PieceTrack implements CodedTrack, AutoCloseable {
  private static final int LONGEST_SIDE = 1 << 16;
  private static final int MOST_REORDERED = 16;
  private static final int DEEPEST_SAMPLE = 64;
  private static final int LAST_FIELD_ORDER = 5;
  private static final int MATRIX_BYTES = 36;
  private static final int MOST_SIDE_DATA = 64;

  private final AVCodecParameters parameters = avcodec_parameters_alloc();
  private final AVRational timeBase;
  private final PixelAspect declaredAspect;
  private final ColourTags colour;
  private String codecName;

  /**
   * Reads a blob.
   *
   * @throws VideoException where it is none, or says what cannot be
   */
  PieceTrack(byte[] blob) throws VideoException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(blob))) {
      check(in.readInt() == TrackBlob.VERSION);
      in.readUTF(); // the container
      readCodec(in);
      colour = readColours(in);
      declaredAspect = readAspect(in);
      timeBase = readRatio(in);
      check(timeBase.num() > 0 && timeBase.den() > 0);
      readRatio(in);
      readRatio(in);
      readSideData(in);
    } catch (IOException e) {
      close();
      throw unreadable();
    } catch (VideoException | RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private static VideoException unreadable() {
    return VideoException.refused("comes with a description of its track that cannot be read");
  }

  private static void check(boolean possible) throws VideoException {
    if (!possible) {
      throw unreadable();
    }
  }

  private void readCodec(DataInputStream in) throws IOException, VideoException {
    codecName = in.readUTF();
    AVCodecDescriptor codec = avcodec_descriptor_get_by_name(codecName);
    check(codec != null && codec.type() == AVMEDIA_TYPE_VIDEO);
    parameters.codec_type(AVMEDIA_TYPE_VIDEO);
    parameters.codec_id(codec.id());
    parameters.codec_tag(in.readInt());
    setExtraData(readBytes(in));
    parameters.format(pixelFormat(in.readUTF()));
    parameters.width(within(in.readInt(), 0, LONGEST_SIDE));
    parameters.height(within(in.readInt(), 0, LONGEST_SIDE));
    parameters.profile(in.readInt());
    parameters.level(in.readInt());
    parameters.field_order(within(in.readInt(), 0, LAST_FIELD_ORDER));
    parameters.video_delay(within(in.readInt(), 0, MOST_REORDERED));
    parameters.bit_rate(Math.max(0, in.readLong()));
    parameters.bits_per_coded_sample(within(in.readInt(), 0, DEEPEST_SAMPLE));
    parameters.bits_per_raw_sample(within(in.readInt(), 0, DEEPEST_SAMPLE));
    parameters.sample_aspect_ratio(readRatio(in));
    parameters.framerate(readRatio(in));
  }

  private void setExtraData(byte[] bytes) {
    if (bytes.length > 0) {
      long room = bytes.length + (long) AV_INPUT_BUFFER_PADDING_SIZE;
      BytePointer data = new BytePointer(av_mallocz(room)).capacity(room);
      parameters.extradata(data.put(bytes));
      parameters.extradata_size(bytes.length);
    }
  }

  /** Nothing that lies on a graphics card: only a decoder itself may choose such. */
  private static int pixelFormat(String name) throws VideoException {
    if (name.isEmpty()) {
      return AV_PIX_FMT_NONE;
    }
    int format = av_get_pix_fmt(name);
    check(format >= 0 && (av_pix_fmt_desc_get(format).flags() & AV_PIX_FMT_FLAG_HWACCEL) == 0);
    return format;
  }

  private ColourTags readColours(DataInputStream in) throws IOException, VideoException {
    parameters.color_range(tag(in));
    parameters.color_primaries(tag(in));
    parameters.color_trc(tag(in));
    parameters.color_space(tag(in));
    parameters.chroma_location(tag(in));
    return new ColourTags(tag(in), tag(in), tag(in), tag(in));
  }

  private static int tag(DataInputStream in) throws IOException, VideoException {
    return within(in.readInt(), 0, 255);
  }

  private static PixelAspect readAspect(DataInputStream in) throws IOException {
    return MediaFile.aspect(readRatio(in));
  }

  /** Takes over how the track is turned; of the rest nothing changes a pixel. */
  private void readSideData(DataInputStream in) throws IOException, VideoException {
    int count = within(in.readInt(), 0, MOST_SIDE_DATA);
    for (int i = 0; i < count; i++) {
      int type = in.readInt();
      byte[] bytes = readBytes(in);
      if (type == AV_PKT_DATA_DISPLAYMATRIX && parameters.nb_coded_side_data() == 0) {
        check(bytes.length == MATRIX_BYTES);
        AVPacketSideData none = new AVPacketSideData(null);
        int[] one = new int[1];
        AVPacketSideData matrix = av_packet_side_data_new(none, one, type, bytes.length, 0);
        matrix.data().put(bytes);
        parameters.coded_side_data(none);
        parameters.nb_coded_side_data(one[0]);
      }
    }
  }

  private static AVRational readRatio(DataInputStream in) throws IOException {
    return av_make_q(in.readInt(), in.readInt());
  }

  private static byte[] readBytes(DataInputStream in) throws IOException, VideoException {
    byte[] bytes = new byte[within(in.readInt(), 0, in.available())];
    in.readFully(bytes);
    return bytes;
  }

  private static int within(int value, int least, int most) throws VideoException {
    check(value >= least && value <= most);
    return value;
  }

  @Override
  public AVCodecParameters parameters() {
    return parameters;
  }

  @Override
  public AVRational timeBase() {
    return timeBase;
  }

  @Override
  public String codecName() {
    return codecName;
  }

  @Override
  public ColourTags colour() {
    return colour;
  }

  /** What the codec said of its pixels when the track was probed, as its first frame does. */
  PixelAspect codedAspect() {
    return MediaFile.aspect(parameters.sample_aspect_ratio());
  }

  @Override
  public PixelAspect aspect(AVFrame frame) {
    return declaredAspect.width() > 0 && declaredAspect.height() > 0
        ? declaredAspect
        : MediaFile.aspect(frame.sample_aspect_ratio());
  }

  @Override
  public double seconds(long timestamp) {
    return timestamp == AV_NOPTS_VALUE ? Double.NaN : timestamp * MediaFile.value(timeBase);
  }

  @Override
  public void close() {
    avcodec_parameters_free(parameters);
  }
}
