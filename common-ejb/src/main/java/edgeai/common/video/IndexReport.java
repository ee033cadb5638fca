package edgeai.common.video;

/**
 * What came of indexing a video.
 *
 * @param usable whether there is an index
 * @param reason why not, in words that go on after "the video"; null where there is one
 * @param frames that the video shows, 0 where that is not known
 */
public record IndexReport(boolean usable, String reason, long frames) implements DecoderMessage {}
