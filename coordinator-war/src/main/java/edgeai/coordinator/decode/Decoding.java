package edgeai.coordinator.decode;

import edgeai.common.video.VideoHeader;

/** What the decode stage tells of one job while it works; job implements it. */
public interface Decoding {
  /** The file could be opened. */
  void opened(VideoHeader header);

  /** A frame was handed to dispatch, or was settled before a restart. */
  void frameTaken();

  /** True once nobody wants the frames any more. */
  boolean isCancelled();
}
