package edgeai.coordinator.result;

import java.util.ArrayList;
import java.util.List;

/**
 * A stored result and how large it is on disk, known before it is read: lists are read in parts
 * that memory has room for, whatever clients have stored.
 *
 * @param characters of its detections
 */
record StoredSize(long frameId, long characters) {
  /** Of results that are in memory together. */
  static final long MOST_CHARACTERS = 1 << 20;

  /** Results that are in memory together. */
  private static final int MOST = 250;

  /** The first part: as many as fit, at least one of them. */
  static List<StoredSize> firstOf(List<StoredSize> rows) {
    long characters = 0;
    int count = 0;
    while (count < Math.min(MOST, rows.size())
        && (count == 0 || characters + rows.get(count).characters() <= MOST_CHARACTERS)) {
      characters += rows.get(count).characters();
      count++;
    }
    return rows.subList(0, count);
  }

  /** All parts, one after the other. */
  static List<List<StoredSize>> parts(List<StoredSize> rows) {
    List<List<StoredSize>> parts = new ArrayList<>();
    for (List<StoredSize> left = rows; !left.isEmpty(); ) {
      List<StoredSize> part = firstOf(left);
      parts.add(part);
      left = left.subList(part.size(), left.size());
    }
    return parts;
  }
}
