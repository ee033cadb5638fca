package edgeai.cli.console;

/** Something that cannot be done, in one sentence that names the way out. */
public class CommandRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int FAILED = 1;

  public CommandRefusal(String sentence) {
    super(sentence);
  }

  public CommandRefusal(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** What the command ends with. */
  public int status() {
    return FAILED;
  }
}
