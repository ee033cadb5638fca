package edgeai.coordinator.decode;

import edgeai.common.video.PieceOutput;
import edgeai.common.video.VideoDecoder;
import edgeai.common.vision.ModelCard;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.frame.Attention;
import edgeai.coordinator.model.PoolModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * How large frames are sent: as large as the pool's model can use, save while somebody watches the
 * stream or a worker serves that gives its boxes in pixels of what it is sent.
 */
@ApplicationScoped
class SentSize {
  private final Attention attention;
  private final Fleet fleet;
  private final PoolModel model;

  @Inject
  SentSize(Attention attention, Fleet fleet, PoolModel model) {
    this.attention = attention;
    this.fleet = fleet;
    this.model = model;
  }

  /** For the container's proxy. */
  SentSize() {
    this(null, null, null);
  }

  /** Tells a decoder about the frames to come. */
  void tell(VideoDecoder decoder) {
    if (isWhole()) {
      decoder.fit(0, 0);
    } else {
      ModelCard card = model.card();
      decoder.fit(card.inputWidth(), card.inputHeight());
    }
  }

  /** Pictures of frames that are decoded as pieces. */
  PieceOutput pictures(int jpegQuality) {
    ModelCard card = model.card();
    return isWhole() || !PieceOutput.isPossible(card.inputWidth(), card.inputHeight())
        ? PieceOutput.pictures(jpegQuality)
        : PieceOutput.pictures(card.inputWidth(), card.inputHeight(), jpegQuality);
  }

  private boolean isWhole() {
    return attention.isPaid() || fleet.servesAgents();
  }
}
