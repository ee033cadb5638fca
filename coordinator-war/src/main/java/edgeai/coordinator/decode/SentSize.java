package edgeai.coordinator.decode;

import edgeai.common.video.PieceOutput;
import edgeai.common.video.VideoDecoder;
import edgeai.common.vision.FrameInput;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.frame.Attention;
import edgeai.coordinator.frame.FrameSource;
import edgeai.coordinator.model.PoolModel;
import edgeai.settings.Tiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * How large frames are sent: as large as their job's model, or its tiles, can use, save while
 * somebody watches the stream or a worker serves that gives its boxes in pixels of what it is sent.
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
  void tell(VideoDecoder decoder, FrameSource source) {
    Optional<FrameInput> input = input(source);
    decoder.fit(input.map(FrameInput::width).orElse(0), input.map(FrameInput::height).orElse(0));
  }

  /** Pictures of frames that are decoded as pieces. */
  PieceOutput pictures(int jpegQuality, FrameSource source) {
    return input(source)
        .filter(input -> PieceOutput.isPossible(input.width(), input.height()))
        .map(input -> PieceOutput.pictures(input.width(), input.height(), jpegQuality))
        .orElseGet(() -> PieceOutput.pictures(jpegQuality));
  }

  /** What they are made for; empty where they are sent whole. */
  private Optional<FrameInput> input(FrameSource source) {
    Tiles tiles = source.rules().tiles();
    boolean whole = attention.isPaid() || tiles.isWhole() && fleet.servesAgents();
    return whole
        ? Optional.empty()
        : model.card(source.model()).map(card -> FrameInput.of(card, tiles));
  }
}
