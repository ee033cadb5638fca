package edgeai.common.door;

import edgeai.access.Role;
import java.util.Set;

/**
 * One call of a server and who may make it.
 *
 * @param method of HTTP; what answers GET answers HEAD
 * @param pattern its path: {@code {id}} stands for one segment, {@code **} at the end for any rest
 * @param roles any of these, or what includes it; empty where it is open to everybody
 */
public record Way(String method, String pattern, Set<Role> roles) {
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
}
