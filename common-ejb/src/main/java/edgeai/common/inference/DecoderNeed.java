package edgeai.common.inference;

/**
 * Whether decoding is what the inference of a job waits for: over some frames its decoders had
 * hardly a pause while callers had many, and a processor is left for one more. Not thread-safe; its
 * {@link JobDecoders} are guarded.
 */
final class DecoderNeed {
  /** Fewer frames tell nothing. */
  private static final int FRAMES = 8;

  /** A shorter time tells nothing. */
  private static final long NANOS = 250_000_000;

  /** Of the time a decoder has to be at work. */
  private static final double AT_WORK = 0.8;

  /** Of a processor has to be left, or else one more takes from the others what it gives. */
  private static final double LEFT = 0.4;

  private static final DecodingStep NOTHING = new DecodingStep(0, 0, 0);

  private final int callers;
  private final int processors;
  private DecodingStep sum = NOTHING;
  private int frames;
  private int passedOver;
  private double idleProcessors;
  private boolean known;

  /**
   * @param callers that infer at the same time and keep all processors busy between them
   */
  DecoderNeed(int callers, int processors) {
    this.callers = callers;
    this.processors = processors;
  }

  /**
   * The decoders are others now: how it is with them shows once callers have their first frames.
   */
  void isOpen() {
    sum = NOTHING;
    frames = 0;
    passedOver = 2 * callers;
    known = false;
  }

  /** A frame was decoded. */
  void add(DecodingStep step) {
    if (passedOver > 0) {
      passedOver--;
      return;
    }
    sum = sum.plus(step);
    frames++;
    if (frames >= FRAMES && sum.whole() >= NANOS) {
      double inferring = (double) sum.inferring() / sum.whole() / callers;
      idleProcessors = processors * (1 - inferring);
      known = sum.decoding() >= AT_WORK * sum.whole();
      sum = NOTHING;
      frames = 0;
    }
  }

  /**
   * Whether another decoder would speed the job up.
   *
   * @param decoders that are at work, of all jobs
   */
  boolean isFelt(int decoders) {
    return known && idleProcessors - decoders >= LEFT;
  }
}
