package edgeai.systemtests.fuzz;

import java.util.List;

/**
 * What no part of this project decides: the container answers without a body where an {@code
 * Expect} is unknown (417), leaves {@code Content-Type} out of problems for what it takes for
 * HTTP/0.9, and logs that a request has two lengths, which it refuses.
 */
final class ContainersOwn {
  private static final int UNKNOWN_EXPECTATION = 417;
  private static final String PROBLEM = "{\"type\":\"about:blank\",\"title\":";
  private static final List<String> LOGGED =
      List.of("Can't use both headers Content-Length and Transfer-Encoding from the same request");

  private ContainersOwn() {}

  static boolean excuses(Answer answer) {
    boolean untyped = answer.header("Content-Type").isEmpty();
    return answer.status() == UNKNOWN_EXPECTATION && answer.body().length == 0
        || untyped && answer.text().startsWith(PROBLEM);
  }

  /**
   * @param event with all its lines
   */
  static boolean excuses(String event) {
    return LOGGED.stream().anyMatch(event::contains);
  }
}
