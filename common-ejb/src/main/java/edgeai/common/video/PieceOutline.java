package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_PROP_INTRA_ONLY;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_descriptor_get;

import java.util.BitSet;
import java.util.Optional;

/** What the packets of a piece are to each other, as far as their codec's syntax tells. */
final class PieceOutline {
  private final BitSet spare = new BitSet();
  private final BitSet restarts = new BitSet();

  PieceOutline(CodedTrack track, PiecePackets packets) {
    Optional<NalUnits> units = NalUnits.of(track.parameters());
    if (units.isPresent()) {
      look(units.get(), packets);
    } else if (isIntraOnly(track.parameters().codec_id())) {
      restarts.set(0, packets.count());
    }
    for (int i = 0; i < packets.count(); i++) {
      if (packets.isAfterGap(i)) {
        restarts.set(i);
      }
    }
  }

  /** What is spare in its temporal layer may still be needed by one above it. */
  private void look(NalUnits units, PiecePackets packets) {
    int highest = 0;
    int[] layers = new int[packets.count()];
    for (int i = 0; i < layers.length; i++) {
      NalUnits.Use use = units.of(packets.get(i));
      spare.set(i, use.spare());
      restarts.set(i, use.restart());
      layers[i] = use.layer();
      highest = Math.max(highest, use.layer());
    }
    for (int i = 0; i < layers.length; i++) {
      if (layers[i] < highest) {
        spare.clear(i);
      }
    }
  }

  private static boolean isIntraOnly(int codec) {
    return (avcodec_descriptor_get(codec).props() & AV_CODEC_PROP_INTRA_ONLY) != 0;
  }

  /** Whether no other packet needs this one. */
  boolean isSpare(int packet) {
    return spare.get(packet);
  }

  /** The packet at or before this one, before which nothing matters to it; 0 is the first. */
  int restartBefore(int packet) {
    return Math.max(0, restarts.previousSetBit(packet));
  }
}
