package edgeai.cli.console;

/** Something that cannot be done, in one sentence that names the way out. */
public class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int FAILED = 1;

  public Refusal(String sentence) {
    super(sentence);
  }

  public Refusal(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** What the command ends with. */
  public int status() {
    return FAILED;
  }
}
