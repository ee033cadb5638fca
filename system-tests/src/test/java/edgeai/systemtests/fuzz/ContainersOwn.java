package edgeai.systemtests.fuzz;

import java.util.List;
import java.util.Set;

/**
 * What no part of this project decides. The container answers without a body what is no HTTP/1.1
 * request (400, 505), a TRACE (405) and an {@code Expect} that it does not know (417). It logs that
 * a request has two lengths, which it refuses, and that it cannot make a path or a host of what was
 * sent.
 */
final class ContainersOwn {
  /** An empty 200 is for a path or a host that it cannot read. */
  private static final Set<Integer> STATUSES = Set.of(200, 400, 405, 417, 505);

  /** What the edge says with each answer. */
  private static final String OF_THE_EDGE = "X-Content-Type-Options";

  private static final List<String> LOGGED =
      List.of(
          "Can't use both headers Content-Length and Transfer-Encoding from the same request",
          "org.glassfish.grizzly.http.util.HttpRequestURIDecoder.",
          "org.glassfish.grizzly.http.server.util.Mapper.map(");

  private ContainersOwn() {}

  static boolean excuses(Answer answer) {
    return STATUSES.contains(answer.status())
        && answer.body().length == 0
        && answer.header("Content-Type").isEmpty()
        && answer.header(OF_THE_EDGE).isEmpty();
  }

  /**
   * @param event with all its lines
   */
  static boolean excuses(String event) {
    return LOGGED.stream().anyMatch(event::contains);
  }
}
