package edgeai.common.video;

import static java.nio.ByteOrder.BIG_ENDIAN;

import edgeai.common.syntax.CodecSyntax;
import edgeai.common.syntax.CodedPicture;
import edgeai.common.syntax.UnprovenException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;

/** What packets of a track say of themselves, up to the first that does not say it in full. */
final class PacketSyntax implements AutoCloseable {
  private final OrderParser parser;
  private Optional<CodecSyntax> syntax;

  PacketSyntax(CodedTrack track) {
    parser = new OrderParser(track.parameters());
    byte[] extraData = new byte[Math.max(0, track.parameters().extradata_size())];
    if (extraData.length > 0) {
      track.parameters().extradata().get(extraData);
    }
    try {
      syntax = CodecSyntax.of(track.codecName(), extraData, parser);
    } catch (UnprovenException e) {
      syntax = Optional.empty();
    }
  }

  /** Takes the next packet; empty where nothing is proven of it, nor of any after it. */
  Optional<CodedPicture> read(AVPacket packet) {
    if (syntax.isEmpty()) {
      return Optional.empty();
    }
    parser.parse(packet);
    try {
      BytePointer bytes = new BytePointer(packet.data()).capacity(packet.size());
      return Optional.of(syntax.get().read(bytes.asByteBuffer().order(BIG_ENDIAN)));
    } catch (UnprovenException e) {
      syntax = Optional.empty();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    parser.close();
  }
}
