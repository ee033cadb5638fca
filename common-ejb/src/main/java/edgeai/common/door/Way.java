package edgeai.common.door;

import edgeai.access.Role;
import java.util.List;
import java.util.Set;

/**
 * One call of a server and who may make it.
 *
 * @param method of HTTP; what answers GET answers HEAD
 * @param pattern its path: {@code {id}} stands for one segment, {@code **} at the end for any rest
 * @param roles any of these, or what includes it; empty where it is open to everybody
 */
public record Way(String method, String pattern, Set<Role> roles) {
  private static final String REST = "**";

  static Way open(String method, String pattern) {
    return new Way(method, pattern, Set.of());
  }

  static Way of(String method, String pattern, Role... roles) {
    return new Way(method, pattern, Set.of(roles));
  }

  public boolean isOpen() {
    return roles.isEmpty();
  }

  public boolean admits(Asker asker) {
    return isOpen() || roles.stream().anyMatch(asker::is);
  }

  boolean leadsTo(String asked, List<String> path) {
    String read = asked.equals("HEAD") ? "GET" : asked;
    return method.equals(read) && matches(path);
  }

  private boolean matches(List<String> path) {
    List<String> wanted = RequestPath.parts(pattern);
    boolean rest = wanted.getLast().equals(REST);
    int fixed = rest ? wanted.size() - 1 : wanted.size();
    if (rest ? path.size() < fixed : path.size() != fixed) {
      return false;
    }
    for (int i = 0; i < fixed; i++) {
      boolean any = wanted.get(i).startsWith("{");
      if (!any && !wanted.get(i).equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** How much of it is fixed: the most fixed of those that match counts. */
  long fixedParts() {
    return RequestPath.parts(pattern).stream()
        .filter(part -> !part.startsWith("{") && !part.equals(REST))
        .count();
  }
}
