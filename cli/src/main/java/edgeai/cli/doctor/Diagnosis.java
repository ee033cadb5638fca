package edgeai.cli.doctor;

/**
 * What was found.
 *
 * @param subject what was looked at
 * @param words what is there; where it is not as it should be, with the way out
 */
public record Diagnosis(String subject, Gravity gravity, String words) {

  static Diagnosis ok(String subject, String words) {
    return new Diagnosis(subject, Gravity.OK, words);
  }

  static Diagnosis warning(String subject, String words) {
    return new Diagnosis(subject, Gravity.WARNING, words);
  }

  static Diagnosis trouble(String subject, String words) {
    return new Diagnosis(subject, Gravity.TROUBLE, words);
  }

  /** For people. */
  public String line() {
    return "%-9s  %-7s  %s".formatted(subject, gravity.word(), words);
  }
}
