package edgeai.common.video;

/** Where the child process of a {@link VideoDecoder} or {@link VideoIndexer} comes from. */
public abstract sealed class DecoderSource permits DecoderCommand, SpareDecoder {

  /**
   * A child that was asked nothing yet, within these limits.
   *
   * @throws VideoException if it cannot be started
   */
  abstract DecoderProcess child(VideoLimits limits) throws VideoException;
}
