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

  /**
   * A path of the servlet that a request came to, to dispatch it to again. The servlet does not see
   * it: it is handed the request as it came. The request's own path would not do, as the container
   * would decode it twice.
   */
  static String innerPath(HttpServletRequest request) {
    return request.getHttpServletMapping().getPattern().replace("*", "any");
  }
}
