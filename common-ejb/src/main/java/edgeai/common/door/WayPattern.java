package edgeai.common.door;

import java.util.List;

/** The paths that a way is taken by, made ready to be compared with very many. */
final class WayPattern {
  private static final String REST = "**";

  private final Way way;
  private final List<String> parts;
  private final boolean endsOpen;

  WayPattern(Way way) {
    List<String> all = RequestPath.parts(way.pattern());
    this.way = way;
    this.endsOpen = all.getLast().equals(REST);
    this.parts = endsOpen ? List.copyOf(all.subList(0, all.size() - 1)) : List.copyOf(all);
  }

  Way way() {
    return way;
  }

  boolean matches(List<String> path) {
    if (endsOpen ? path.size() < parts.size() : path.size() != parts.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!isAny(parts.get(i)) && !parts.get(i).equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAny(String part) {
    return part.startsWith("{");
  }

  /** How much of it is fixed: the most fixed of those that match counts. */
  long fixedParts() {
    return parts.stream().filter(part -> !isAny(part)).count();
  }
}
