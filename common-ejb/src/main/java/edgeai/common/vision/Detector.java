package edgeai.common.vision;

import ai.onnxruntime.OrtException;
import edgeai.common.wire.Detection;
import edgeai.settings.Tiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * A model ready to find objects, for a fixed number of callers, each with memory of its own. Safe
 * for any number of threads; those beyond the callers wait.
 */
public final class Detector implements AutoCloseable {

  private static final int GREY = 0x727272;

  private final Sessions sessions;
  private final ModelCard card;
  private final int callers;
  private final Semaphore turns;
  private final Queue<InferenceSlot> slots;
  private volatile boolean closed;

  Detector(Sessions sessions, ModelCard card, List<InferenceSlot> slots) {
    this.sessions = sessions;
    this.card = card;
    this.callers = slots.size();
    this.turns = new Semaphore(callers, true);
    this.slots = new ConcurrentLinkedQueue<>(slots);
  }

  /**
   * Loads a model and proves it with the {@link ProbePicture}s. The automatic provider tries CUDA
   * where this ONNX Runtime has it and falls back to the CPU, saying why in the card's note.
   *
   * @throws ModelException if the file is missing, no ONNX, no detector that is read here, or the
   *     provider that was asked for does not work
   */
  public static Detector open(Path model, DetectorOptions options) throws ModelException {
    return DetectorOpening.open(model, options);
  }

  /**
   * As {@link #open}, and each caller has inferred once and a picture was decoded, so that nothing
   * is left that could fail for the first time with a frame.
   *
   * @throws ModelException whatever goes wrong
   */
  public static Detector openWarm(Path model, DetectorOptions options) throws ModelException {
    return DetectorOpening.openWarm(model, options);
  }

  /** Pictures that go through it at the same time; others wait. */
  public int callers() {
    return callers;
  }

  /** What is known of the model. */
  public ModelCard card() {
    return card;
  }

  /**
   * Finds the objects of a picture, surest first, at most 300.
   *
   * @param picture stays open
   * @param confidence what an object must score more than, 0 to 1
   * @return boxes in pixels of the picture, clipped to it
   * @throws InferenceException if the runtime fails on this picture
   * @throws IllegalStateException if the detector is closed
   */
  public List<Detection> detect(Picture picture, double confidence) {
    return infer(picture, confidence).detections();
  }

  /**
   * Decodes a picture as finely as this model can use it, as {@link Picture#decode} does.
   *
   * @throws UnreadablePictureException if it is neither, damaged, or too large
   */
  public Picture decode(EncodedPicture picture, long maxPixels) throws UnreadablePictureException {
    Tiles finest = picture.tiles() == Tiles.AUTO ? Tiles.SIX : picture.tiles();
    FrameInput input = FrameInput.of(card, finest);
    Picture decoded = Picture.decodeFor(picture.bytes(), maxPixels, input.width(), input.height());
    return picture.isReduced() ? decoded.ofFrame(picture.width(), picture.height()) : decoded;
  }

  /** As {@link #detect}, with the time it took from the turn that the caller waited for. */
  public Inference infer(Picture picture, double confidence) {
    return infer(picture, Tiles.WHOLE, confidence);
  }

  /** As {@link #infer(Picture, double)}, cut into tiles. */
  public Inference infer(Picture picture, Tiles tiles, double confidence) {
    Tiles chosen = chosen(tiles, picture.width(), picture.height());
    return chosen.isWhole()
        ? infer(look -> look.at(slot -> slot.fill(picture)), confidence)
        : infer(
            look ->
                look.at(
                    slot -> picture.pixels(),
                    picture.width(),
                    picture.height(),
                    TileGrid.of(chosen)),
            confidence);
  }

  /**
   * As {@link #infer(Picture, Tiles, double)}, of a picture that is decoded and, best of all,
   * scaled already.
   *
   * @return boxes in pixels of the frame that the picture was made from, clipped to it
   */
  public Inference infer(PixelPicture picture, double confidence) {
    Tiles chosen = chosen(picture.tiles(), picture.frameWidth(), picture.frameHeight());
    return chosen.isWhole()
        ? infer(look -> look.at(slot -> slot.fill(picture)), confidence)
        : infer(
            look ->
                look.at(
                    slot -> slot.receive(picture),
                    picture.frameWidth(),
                    picture.frameHeight(),
                    TileGrid.of(chosen)),
            confidence);
  }

  private Tiles chosen(Tiles asked, int width, int height) {
    return card.choose(asked, width, height);
  }

  private interface Looking {
    void with(PictureLook look) throws OrtException;
  }

  private Inference infer(Looking looking, double confidence) {
    turns.acquireUninterruptibly();
    try {
      requireOpen();
      InferenceSlot slot = slots.remove();
      try {
        return infer(slot, looking, confidence);
      } finally {
        slots.add(slot);
      }
    } finally {
      turns.release();
    }
  }

  private Inference infer(InferenceSlot slot, Looking looking, double confidence) {
    PictureLook look = new PictureLook(slot, card.classes(), confidence);
    try {
      looking.with(look);
      return look.inference();
    } catch (OrtException e) {
      throw new InferenceException(
          card.name() + " failed on a picture: " + ModelFile.firstLine(e), e);
    }
  }

  /** Each caller infers on a grey picture, so that its first real one is as fast as the others. */
  public void warmUp() {
    turns.acquireUninterruptibly(callers);
    try (Picture grey = Picture.filled(card.inputWidth(), card.inputHeight(), GREY)) {
      requireOpen();
      slots.forEach(slot -> infer(slot, look -> look.at(one -> one.fill(grey)), 1));
    } finally {
      turns.release(callers);
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the detector of " + card.name() + " is closed");
    }
  }

  /** Waits for the callers under way, then frees the native memory; a second call does nothing. */
  @Override
  public void close() {
    turns.acquireUninterruptibly(callers);
    try {
      if (!closed) {
        closed = true;
        release(sessions, slots);
      }
    } finally {
      turns.release(callers);
    }
  }

  static void release(Sessions sessions, Iterable<InferenceSlot> slots) {
    slots.forEach(InferenceSlot::close);
    sessions.close();
  }
}
