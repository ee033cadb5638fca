package edgeai.common.video;

/** Why a wanted frame of a piece did not come. Whole videos are decoded by other rules. */
public enum PieceFault {
  DAMAGED("the decoder found damage in it, or in frames that it may depend on"),
  MISSING("the decoder did not give it"),
  INTERLACED("it consists of fields, which need the frames beside them"),
  UNINDEXED("the decoder gave it another time or place than the piece says");

  private final String sentence;

  PieceFault(String sentence) {
    this.sentence = sentence;
  }

  /** For a person; continues "frame 7 cannot be had of its piece:". */
  public String sentence() {
    return sentence;
  }
}
