package edgeai.common.vision;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * The class names of a model's metadata and the rows of scores they belong to.
 *
 * @param byId as the metadata have them; empty where they name none
 */
record Labels(SortedMap<Integer, String> byId) {

  boolean isEmpty() {
    return byId.isEmpty();
  }

  /** How many classes are named. */
  int count() {
    return byId.size();
  }

  /**
   * A label for each of so many rows: by id, an id left out being called "class i", or in the order
   * of the ids where there are as many names as rows (ids that begin at 1, ids of COCO's 90).
   */
  Optional<List<String>> forRows(int rows) {
    if (isEmpty() || rows < 1) {
      return Optional.empty();
    }
    if (rows == byId.lastKey() + 1) {
      return Optional.of(
          IntStream.range(0, rows)
              .mapToObj(id -> byId.getOrDefault(id, ClassNames.label(id)))
              .toList());
    }
    return rows == count() ? Optional.of(List.copyOf(byId.values())) : Optional.empty();
  }

  /** A label for each class number that a model answers with. */
  List<String> byNumber() {
    return forRows(byId.firstKey() == 0 ? byId.lastKey() + 1 : count()).orElseThrow();
  }
}
