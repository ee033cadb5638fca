package edgeai.common.still;

/** What is to become of a frame. */
public enum StillDecision {
  /** It is inferred. */
  INFER,

  /** It takes what was found in the frame that was inferred last. */
  REUSE,

  /** That depends on what is found in frames before it: asked again once it is known. */
  AWAIT
}
