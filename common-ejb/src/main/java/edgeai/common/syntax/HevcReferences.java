package edgeai.common.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of pictures that stay for others to refer to (ITU-T H.265, 7.3.7 and 7.4.8).
 *
 * @param before those that are shown before the picture, nearest first
 * @param after those that are shown after it, nearest first
 */
record HevcReferences(List<Reference> before, List<Reference> after) {
  private static final int MOST = 16;

  static final HevcReferences NONE = new HevcReferences(List.of(), List.of());

  /**
   * A picture.
   *
   * @param distance its order count less that of the picture whose set it is
   * @param used whether that picture itself may refer to it
   */
  record Reference(long distance, boolean used) {}

  /**
   * Reads one.
   *
   * @param known those before it
   * @param ofSlice whether it stands in a slice, where it may be made of any other
   */
  static HevcReferences read(BitInput in, List<HevcReferences> known, boolean ofSlice)
      throws UnprovenException {
    if (!known.isEmpty() && in.flag()) {
      long back = ofSlice ? 1 + in.golomb() : 1;
      if (back > known.size()) {
        throw UnprovenException.damaged();
      }
      return moved(in, known.get(known.size() - (int) back));
    }
    long before = in.golomb();
    long after = in.golomb();
    if (before > MOST || after > MOST) {
      throw UnprovenException.damaged();
    }
    return new HevcReferences(read(in, before, -1), read(in, after, 1));
  }

  private static List<Reference> read(BitInput in, long count, int sign) throws UnprovenException {
    List<Reference> list = new ArrayList<>();
    long distance = 0;
    for (int i = 0; i < count; i++) {
      distance += sign * (1 + in.golomb());
      list.add(new Reference(distance, in.flag()));
    }
    return list;
  }

  /** Another set as seen from a picture before or after its own (7-61, 7-62). */
  private static HevcReferences moved(BitInput in, HevcReferences other) throws UnprovenException {
    boolean back = in.flag();
    long by = (back ? -1 : 1) * (1 + in.golomb());
    List<Reference> all = new ArrayList<>();
    List<Boolean> kept = new ArrayList<>();
    List<Reference> candidates = new ArrayList<>(other.before);
    candidates.addAll(other.after);
    candidates.add(new Reference(0, false));
    for (Reference each : candidates) {
      boolean used = in.flag();
      kept.add(used || in.flag());
      all.add(new Reference(each.distance + by, used));
    }
    List<Reference> before = new ArrayList<>();
    List<Reference> after = new ArrayList<>();
    int negatives = other.before.size();
    int last = all.size() - 1;
    for (int i = last - 1; i >= negatives; i--) {
      add(before, all.get(i), kept.get(i), -1);
    }
    add(before, all.get(last), kept.get(last), -1);
    for (int i = 0; i < negatives; i++) {
      add(before, all.get(i), kept.get(i), -1);
    }
    for (int i = negatives - 1; i >= 0; i--) {
      add(after, all.get(i), kept.get(i), 1);
    }
    add(after, all.get(last), kept.get(last), 1);
    for (int i = negatives; i < last; i++) {
      add(after, all.get(i), kept.get(i), 1);
    }
    return new HevcReferences(before, after);
  }

  private static void add(List<Reference> list, Reference each, boolean kept, int sign) {
    if (kept && Long.signum(each.distance) == sign) {
      list.add(each);
    }
  }
}
