package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;

/**
 * How a track is to be decoded, as bytes: all that a decoder, and what comes behind it, takes from
 * a container. Codec and pixel format go by FFmpeg's names, since its numbers change.
 */
final class TrackBlob {
  /** Changes with what is written, so that servers of two versions do not misread each other. */
  static final int VERSION = 0x54524B31; // TRK1

  private TrackBlob() {}

  /** Of the file's video track. */
  static byte[] of(MediaFile file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(VERSION);
      out.writeUTF(file.containerName());
      out.writeUTF(file.codecName());
      writeCodec(out, file.parameters());
      writeColours(out, file.parameters(), file.colour());
      writeRates(out, file.track());
      writeSideData(out, file.parameters());
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static void writeCodec(DataOutputStream out, AVCodecParameters codec) throws IOException {
    out.writeInt(codec.codec_tag());
    writeBytes(out, codec.extradata(), codec.extradata_size());
    BytePointer pixels = codec.format() < 0 ? null : av_get_pix_fmt_name(codec.format());
    out.writeUTF(pixels == null ? "" : pixels.getString()); // empty: not known
    out.writeInt(codec.width());
    out.writeInt(codec.height());
    out.writeInt(codec.profile());
    out.writeInt(codec.level());
    out.writeInt(codec.field_order());
    out.writeInt(codec.video_delay());
    out.writeLong(codec.bit_rate());
    out.writeInt(codec.bits_per_coded_sample());
    out.writeInt(codec.bits_per_raw_sample());
    writeRatio(out, codec.sample_aspect_ratio());
    writeRatio(out, codec.framerate());
  }

  private static void writeColours(
      DataOutputStream out, AVCodecParameters codec, ColourTags declared) throws IOException {
    out.writeInt(codec.color_range());
    out.writeInt(codec.color_primaries());
    out.writeInt(codec.color_trc());
    out.writeInt(codec.color_space());
    out.writeInt(codec.chroma_location());
    out.writeInt(declared.primaries());
    out.writeInt(declared.transfer());
    out.writeInt(declared.matrix());
    out.writeInt(declared.range());
  }

  /** The stream's own word, which goes before the codec's where it says something. */
  private static void writeRates(DataOutputStream out, AVStream track) throws IOException {
    writeRatio(out, track.sample_aspect_ratio());
    writeRatio(out, track.time_base());
    writeRatio(out, track.avg_frame_rate());
    writeRatio(out, track.r_frame_rate());
  }

  private static void writeSideData(DataOutputStream out, AVCodecParameters codec)
      throws IOException {
    int count = codec.nb_coded_side_data();
    out.writeInt(count);
    for (int i = 0; i < count; i++) {
      AVPacketSideData each = new AVPacketSideData(codec.coded_side_data()).getPointer(i);
      out.writeInt(each.type());
      writeBytes(out, each.data(), Math.toIntExact(each.size()));
    }
  }

  private static void writeRatio(DataOutputStream out, AVRational ratio) throws IOException {
    out.writeInt(ratio.num());
    out.writeInt(ratio.den());
  }

  private static void writeBytes(DataOutputStream out, BytePointer data, int size)
      throws IOException {
    byte[] bytes = new byte[data == null ? 0 : size];
    if (bytes.length > 0) {
      data.get(bytes);
    }
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
