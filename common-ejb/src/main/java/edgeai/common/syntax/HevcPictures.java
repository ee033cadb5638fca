package edgeai.common.syntax;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pictures of an HEVC track that are kept for others, as slices say it (ITU-T H.265, 7.3.6 and
 * 8.3.2): so it is seen where one was lost, and that nothing refers to what is before a key frame.
 */
final class HevcPictures {
  private static final int HEAD = 256;

  private final Map<Long, HevcSequence> sequences = new HashMap<>();
  private final Map<Long, PictureParameters> pictures = new HashMap<>();

  /** Those kept, by their order count: which of all pictures they are. */
  private final Map<Long, Integer> kept = new HashMap<>();

  private int number;
  private int place;

  /** Of a picture parameter set: its sequence, and bits that are reserved in slices. */
  private record PictureParameters(long sequence, int reserved) {}

  /** Takes a sequence parameter set. */
  void sequence(HevcSequence sequence) {
    sequences.put(sequence.number(), sequence);
  }

  /** Takes a picture parameter set, its header included; gives its number. */
  long picture(byte[] unit) throws UnprovenException {
    BitInput in = BitInput.unescaped(ByteBuffer.wrap(unit), 2, Math.max(0, unit.length - 2));
    long set = in.golomb();
    long sequence = in.golomb();
    in.flag();
    if (in.flag()) {
      throw new UnprovenException("may have pictures that are not to be shown");
    }
    pictures.put(set, new PictureParameters(sequence, in.number(3)));
    return set;
  }

  /**
   * Takes the first slice of a picture.
   *
   * @param kind of its unit
   * @param order the picture's order count
   * @param trails whether it has to do without what is before the last key frame
   */
  void slice(ByteBuffer packet, int begin, int length, int kind, long order, boolean trails)
      throws UnprovenException {
    BitInput in = BitInput.unescaped(packet, begin + 2, Math.min(length - 2, HEAD));
    in.skip(kind >= HevcSyntax.FIRST_CLEAN ? 2 : 1);
    PictureParameters parameters = pictures.get(in.golomb());
    HevcSequence sequence = parameters == null ? null : sequences.get(parameters.sequence);
    if (sequence == null) {
      throw new UnprovenException("does not say how it is coded");
    }
    number++;
    if (kind >= HevcSyntax.FIRST_CLEAN) {
      place = number;
    }
    HevcReferences references = HevcReferences.NONE;
    if (kind != HevcSyntax.IDR_W_RADL && kind != HevcSyntax.IDR_N_LP) {
      in.skip(parameters.reserved);
      in.golomb();
      in.skip((sequence.planes() ? 2 : 0) + sequence.orderBits());
      references = references(in, sequence);
    }
    boolean restarts = kind >= HevcSyntax.FIRST_CLEAN && kind != HevcSyntax.CRA;
    keep(restarts ? HevcReferences.NONE : references, order, trails);
  }

  private static HevcReferences references(BitInput in, HevcSequence sequence)
      throws UnprovenException {
    List<HevcReferences> sets = sequence.references();
    HevcReferences references;
    if (in.flag()) {
      int bits = 32 - Integer.numberOfLeadingZeros(Math.max(0, sets.size() - 1));
      int chosen = in.number(bits);
      if (chosen >= sets.size()) {
        throw UnprovenException.damaged();
      }
      references = sets.get(chosen);
    } else {
      references = HevcReferences.read(in, sets, true);
    }
    long far = sequence.longTerm() > 0 ? in.golomb() : 0;
    if (far > 0 || sequence.longTerm() >= 0 && in.golomb() > 0) {
      throw new UnprovenException("refers to frames far away");
    }
    return references;
  }

  private void keep(HevcReferences references, long order, boolean trails)
      throws UnprovenException {
    List<HevcReferences.Reference> all = new ArrayList<>(references.before());
    all.addAll(references.after());
    Map<Long, Integer> still = new HashMap<>();
    for (HevcReferences.Reference each : all) {
      Integer which = kept.get(order + each.distance());
      if (each.used() && (which == null || trails && which < place)) {
        throw new UnprovenException("has lost frames that others refer to");
      }
      if (which != null) {
        still.put(order + each.distance(), which);
      }
    }
    kept.clear();
    kept.putAll(still);
    kept.put(order, number);
  }
}
