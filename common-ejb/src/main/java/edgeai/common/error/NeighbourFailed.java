package edgeai.common.error;

/** Another server that has to answer first does not, or answers nonsense. */
public final class NeighbourFailed extends Refusal {
  private static final long serialVersionUID = 1;

  public NeighbourFailed(String sentence) {
    super(sentence);
  }
}
