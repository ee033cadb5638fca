package edgeai.systemtests.fuzz;

import java.util.List;

/**
 * What no part of this project decides: the container answers without a body where an {@code
 * Expect} is unknown (417), and logs that a request has two lengths, which it refuses.
 */
final class ContainersOwn {
  private static final int UNKNOWN_EXPECTATION = 417;
  private static final List<String> LOGGED =
      List.of("Can't use both headers Content-Length and Transfer-Encoding from the same request");

  private ContainersOwn() {}

  static boolean excuses(Answer answer) {
    return answer.status() == UNKNOWN_EXPECTATION && answer.body().length == 0;
  }

  /**
   * @param event with all its lines
   */
  static boolean excuses(String event) {
    return LOGGED.stream().anyMatch(event::contains);
  }
}
