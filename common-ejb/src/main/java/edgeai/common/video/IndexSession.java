package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_PROGRESSIVE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_UNKNOWN;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_FRAME_CROPPING;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_NEW_EXTRADATA;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_PALETTE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_PARAM_CHANGE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import edgeai.common.piece.PieceHeader;
import edgeai.common.piece.PiecePacket;
import edgeai.common.piece.VideoIndexWriter;
import edgeai.common.syntax.CodecSyntax;
import edgeai.common.syntax.CodedPicture;
import edgeai.common.syntax.UnprovenException;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;

/** Reads the packets of one opened file inside the child, decodes none, and writes its index. */
final class IndexSession {
  static final int MOST_PACKETS = 2_000_000;

  /** What comes beside a packet and changes how it, or all after it, is decoded. */
  private static final Set<Integer> CHANGES =
      Set.of(
          AV_PKT_DATA_PALETTE,
          AV_PKT_DATA_NEW_EXTRADATA,
          AV_PKT_DATA_PARAM_CHANGE,
          AV_PKT_DATA_DISPLAYMATRIX,
          AV_PKT_DATA_FRAME_CROPPING);

  private final DecodeRequest request;
  private final MediaFile file;
  private final ParentLine line;
  private final DisplayOrder frames = new DisplayOrder();
  private final CleanPlaces places = new CleanPlaces();
  private int packets;

  IndexSession(DecodeRequest request, MediaFile file, DataOutputStream out) {
    this.request = request;
    this.file = file;
    this.line = new ParentLine(out);
  }

  /** Writes the index, or says why there is none. */
  IndexReport run() throws IOException {
    AVPacket packet = av_packet_alloc();
    try (VideoIndexWriter writer = new VideoIndexWriter(Path.of(request.index()));
        PacketProof proof = new PacketProof(Path.of(request.file()));
        OrderParser parser = new OrderParser(file.parameters())) {
      checkTrack();
      CodecSyntax syntax = syntax(parser);
      for (int result = file.read(packet); result != AVERROR_EOF; result = file.read(packet)) {
        if (result < 0) {
          throw new UnprovenException("is damaged");
        }
        line.signOfLife();
        if (packet.stream_index() == file.trackIndex() && packet.size() > 0) {
          parser.parse(packet);
          add(packet, syntax, proof, writer);
        }
        av_packet_unref(packet);
      }
      finish(writer);
      return new IndexReport(true, null, frames.count());
    } catch (UnprovenException e) {
      return new IndexReport(false, e.getMessage(), 0);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      av_packet_free(packet);
    }
  }

  private void checkTrack() throws UnprovenException {
    int fields = file.parameters().field_order();
    if (fields != AV_FIELD_UNKNOWN && fields != AV_FIELD_PROGRESSIVE) {
      throw new UnprovenException("is interlaced");
    }
    if (file.times().durationSeconds() > request.maxSeconds()) {
      throw tooLong();
    }
  }

  private static UnprovenException tooLong() {
    return new UnprovenException("lasts longer than is allowed");
  }

  private CodecSyntax syntax(OrderParser parser) throws UnprovenException {
    BytePointer extraData = file.parameters().extradata();
    byte[] bytes = new byte[extraData == null ? 0 : file.parameters().extradata_size()];
    if (bytes.length > 0) {
      extraData.get(bytes);
    }
    return CodecSyntax.of(file.codecName(), bytes, parser)
        .orElseThrow(
            () ->
                new UnprovenException(
                    "is coded in a way in which key frames are not proven (%s)"
                        .formatted(file.codecName())));
  }

  private void add(AVPacket packet, CodecSyntax syntax, PacketProof proof, VideoIndexWriter writer)
      throws UnprovenException, IOException {
    if ((packet.flags() & AV_PKT_FLAG_CORRUPT) != 0) {
      throw new UnprovenException("is damaged");
    }
    if (packets == MOST_PACKETS || packet.size() > PieceHeader.MAX_PAYLOAD) {
      throw new UnprovenException("has more frames, or larger ones, than an index takes");
    }
    for (int i = 0; i < packet.side_data_elems(); i++) {
      if (CHANGES.contains(packet.side_data().getPointer(i).type())) {
        throw new UnprovenException("changes on the way how it is coded");
      }
    }
    ByteBuffer bytes =
        packet.data().capacity(packet.size()).asByteBuffer().order(ByteOrder.BIG_ENDIAN);
    long place = proof.place(bytes, packet.pos());
    CodedPicture picture = syntax.read(bytes);
    boolean discarded = (packet.flags() & AV_PKT_FLAG_DISCARD) != 0;
    boolean shown = picture.shown() && !discarded;
    if (shown && packet.pts() == AV_NOPTS_VALUE) {
      throw new UnprovenException("has frames without times");
    }
    places.add(packets, packet.size(), packet.pts(), picture, discarded);
    if (shown) {
      frames.add(packet.pts(), picture.order(), packets);
    }
    long pts = shown ? packet.pts() : AV_NOPTS_VALUE; // those of frames are to be theirs alone
    int flags = packet.flags() | (picture.spare() ? PiecePacket.SPARE : 0);
    writer.packet(place, new PiecePacket(packet.size(), pts, packet.dts(), flags));
    packets++;
  }

  private void finish(VideoIndexWriter writer) throws UnprovenException, IOException {
    if (file.endsEarly()) {
      throw new UnprovenException("ends early");
    }
    if (file.gaps() > 0) {
      throw new UnprovenException("is damaged");
    }
    if (frames.reordered() > file.parameters().video_delay()) {
      throw new UnprovenException("has frames that come later than it says");
    }
    FrameClock clock = file.clock();
    places.write(frames, pts -> micros(clock, pts), packets, writer);
    writer.finish(new File(request.file()).length(), TrackBlob.of(file), file.remark());
  }

  private long micros(FrameClock clock, long pts) throws UnprovenException {
    double seconds = file.times().seconds(pts);
    if (Double.isNaN(seconds)) {
      throw new UnprovenException("has frames without times");
    }
    long micros = clock.micros(seconds);
    if (micros > request.maxSeconds() * 1e6) {
      throw tooLong();
    }
    return micros;
  }
}
