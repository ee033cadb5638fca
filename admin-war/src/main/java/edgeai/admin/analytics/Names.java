package edgeai.admin.analytics;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The names that count under themselves; beyond a bound the others count as {@code other}. */
final class Names {
  static final String OTHER = "other";

  private final int room;
  private final int roomForKnown;
  private final Set<String> admitted = new HashSet<>();

  /**
   * @param room for names of strangers
   * @param roomForKnown for all names, those of strangers included
   */
  Names(int room, int roomForKnown) {
    this.room = room;
    this.roomForKnown = roomForKnown;
  }

  synchronized void admit(Collection<String> names) {
    admitted.addAll(names);
  }

  /** The name, where it counts under itself: the same answer whenever it is asked again. */
  synchronized String admit(String name, boolean known) {
    if (admitted.size() < (known ? roomForKnown : room)) {
      admitted.add(name);
    }
    return admitted.contains(name) ? name : OTHER;
  }
}
