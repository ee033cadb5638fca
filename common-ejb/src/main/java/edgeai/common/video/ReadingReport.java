package edgeai.common.video;

/** Puts into one sentence what was wrong with a file whose frames could be read in part. */
final class ReadingReport {
  private ReadingReport() {}

  /**
   * The sentence, or null where nothing is worth one.
   *
   * @param decoded frames that were decoded
   * @param declared frames that the container promised, 0 when unknown
   * @param exact whether the container counted them, rather than their time being divided
   * @param endsEarly whether the file is known to end before its container does
   * @param damaged places where data could not be decoded or came out faulty
   */
  static String warning(int decoded, long declared, boolean exact, boolean endsEarly, int damaged) {
    String early = endsEarly ? early(decoded, declared, exact) : null;
    String faults =
        damaged == 0
            ? null
            : "the file is damaged in " + (damaged == 1 ? "1 place" : damaged + " places");
    if (early == null || faults == null) {
      return early == null ? faults : early;
    }
    return early + ", and " + faults;
  }

  /**
   * How many frames to expect of a container that counted its packets, of which some are empty.
   *
   * @param declared packets that it counted
   */
  static long shown(long declared, int decoded, int empty) {
    return empty == 0 ? declared : Math.round((double) declared * decoded / (decoded + empty));
  }

  /** The sentence and what else is to be said of the file; null where neither is there. */
  static String joined(String sentence, String remark) {
    if (remark == null) {
      return sentence;
    }
    return (sentence == null ? "the file " : sentence + ", and the file ") + remark;
  }

  private static String early(int decoded, long declared, boolean exact) {
    if (declared > 0 && decoded >= declared) {
      return null; // only what follows the last frame is gone
    }
    String of = declared > 0 ? " of " + (exact ? "" : "about ") + declared : "";
    return "the file ends early: " + decoded + of + " frames could be read";
  }
}
