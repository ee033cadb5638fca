package edgeai.cli.console;

/**
 * Something that was typed wrongly. What was typed may be a camera's address with a password in it,
 * anywhere in its path, and in the wrong place: no more of it is shown than can hold none.
 */
public final class Misuse extends CommandRefusal {
  private static final long serialVersionUID = 1;
  private static final int MISUSED = 2;

  public Misuse(String sentence) {
    super(sentence + " (./edge help)");
  }

  /**
   * @param typed what is said at the end of the sentence as far as it may be shown
   */
  public Misuse(String sentence, String typed) {
    this(sentence + " " + shown(typed));
  }

  @Override
  public int status() {
    return MISUSED;
  }

  private static String shown(String typed) {
    if (typed.isEmpty()) {
      return "''";
    }
    int scheme = typed.indexOf("://");
    if (scheme >= 0) {
      return typed.substring(0, scheme) + "://...";
    }
    if (typed.contains("@") || typed.contains("?") || typed.contains("//")) {
      return "...";
    }
    int sign = typed.indexOf('=');
    return sign < 0 ? typed : typed.substring(0, sign) + "=...";
  }
}
