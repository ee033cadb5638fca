package edgeai.benchmark;

/** Something that can be measured, known to the command line by its name. */
public interface Benchmark {

  /** One word in lower case. */
  String name();

  /** One line for people who choose. */
  String description();

  /** Whether it is among those that a run measures where none is named, be it quick or not. */
  default boolean isUsual() {
    return true;
  }

  /** Whether it is among those that a quick run measures where none is named. */
  default boolean isQuick() {
    return true;
  }

  /**
   * Measures and hands over rows and notes.
   *
   * @throws Exception if it cannot be measured; its message becomes a row
   */
  void run(Run run, Report report) throws Exception;
}
