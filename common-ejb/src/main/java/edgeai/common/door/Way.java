package edgeai.common.door;

import edgeai.access.Role;
import java.util.Set;

/**
 * One call of a server and who may make it.
 *
 * @param method of HTTP; what answers GET answers HEAD
 * @param pattern its path: {@code {id}} stands for one segment, {@code **} at the end for any rest
 * @param roles any of these, or what includes it; empty where it is open to everybody
 * @param isRoutine whether nodes or people make it all the time, so that the audit log has it only
 *     where it was refused
 */
public record Way(String method, String pattern, Set<Role> roles, boolean isRoutine) {
  static Way open(String method, String pattern) {
    return new Way(method, pattern, Set.of(), false);
  }

  static Way of(String method, String pattern, Role... roles) {
    return new Way(method, pattern, Set.of(roles), false);
  }

  static Way routine(String method, String pattern, Role... roles) {
    return new Way(method, pattern, Set.of(roles), true);
  }

  /** Whether it stands for all that is in no table. */
  boolean isElsewhere() {
    return method.equals("*");
  }

  public boolean isOpen() {
    return roles.isEmpty();
  }

  public boolean admits(Asker asker) {
    return isOpen() || roles.stream().anyMatch(asker::is);
  }
}
