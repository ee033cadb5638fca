package edgeai.systemtests.fuzz;

import java.util.Set;

/** Statuses of 500 and more that are promised beside 503. */
final class KnownRefusals {
  /**
   * 502: the admin server does not answer; 505: another version of HTTP; 507: the shelf of models,
   * or the disk, is full.
   */
  private static final Set<Integer> STATUSES = Set.of(502, 505, 507);

  private KnownRefusals() {}

  static boolean isOne(Answer answer) {
    return STATUSES.contains(answer.status());
  }
}
