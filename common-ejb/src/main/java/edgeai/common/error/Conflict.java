package edgeai.common.error;

/**
 * What there is stands against it: another model, a worker's own id, a worker that is not believed.
 */
public final class Conflict extends Refusal {
  private static final long serialVersionUID = 1;

  public Conflict(String sentence) {
    super(sentence);
  }
}
