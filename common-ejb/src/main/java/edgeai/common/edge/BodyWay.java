package edgeai.common.edge;

import edgeai.common.network.Places;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What bodies need on their way into memory, and all that are on it.
 *
 * @param budget of bytes
 * @param places for requests in work, of which each takes one once it is whole
 * @param arriving those on their way or in work
 */
record BodyWay(BodyBudget budget, Places places, Set<BodyArrival> arriving) {
  /** A plain path leads to the same resource when it is dispatched again. */
  private static final String PLAIN = "(?:/[\\w-]{1,100}){1,8}";

  /** Where others go, which their resource does not see: it is handed the request as it came. */
  private static final String ANY = "/any";

  BodyWay(BodyBudget budget, Places places) {
    this(budget, places, ConcurrentHashMap.newKeySet());
  }

  void begins(BodyArrival arrival) {
    arriving.add(arrival);
  }

  void ends(BodyArrival arrival) {
    arriving.remove(arrival);
  }

  /** Gives up those that are too slow. */
  void look() {
    arriving.forEach(BodyArrival::look);
  }

  static String innerPath(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.matches(PLAIN) ? path : ANY;
  }
}
