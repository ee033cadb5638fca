package edgeai.systemtests.fuzz;

/** Statuses of 500 and more that the API promises beside 503. */
final class KnownRefusals {
  private KnownRefusals() {}

  /** 507: the shelf of models, or the disk, is full. 502: the admin server does not answer. */
  static boolean isOne(Answer answer) {
    return answer.status() == 507 || answer.status() == 502;
  }
}
