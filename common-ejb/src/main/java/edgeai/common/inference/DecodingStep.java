package edgeai.common.inference;

/**
 * What the time went to until a frame of a piece was decoded and had found room, in nanoseconds.
 *
 * @param decoding that the decoder took
 * @param waiting for room among the decoded frames
 * @param inferring meanwhile, of all callers together
 */
record DecodingStep(long decoding, long waiting, long inferring) {

  DecodingStep plus(DecodingStep other) {
    return new DecodingStep(
        decoding + other.decoding, waiting + other.waiting, inferring + other.inferring);
  }

  long whole() {
    return decoding + waiting;
  }
}
