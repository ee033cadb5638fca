package edgeai.common.inference;

import edgeai.common.vision.EncodedPicture;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.PixelPicture;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers which pixels it saw, and infers once it may. */
final class CountingEngine implements Engine {
  final List<Long> seen = new CopyOnWriteArrayList<>();
  final List<Double> confidences = new CopyOnWriteArrayList<>();
  volatile boolean looks = true;
  volatile int side = 64;
  volatile boolean closed;

  private final String name;
  private long failing = -1;
  private boolean held;

  CountingEngine(String name) {
    this.name = name;
  }

  synchronized void hold() {
    held = true;
  }

  synchronized void goOn() {
    held = false;
    notifyAll();
  }

  synchronized void failOn(long id) {
    failing = id;
  }

  @Override
  public ModelCard card() {
    return new ModelCard(name, name, List.of(), side, side, "cpu", null, null, 0.35, null);
  }

  @Override
  public InferenceOutcome infer(EncodedPicture picture, double confidence) {
    throw new UnsupportedOperationException("pieces have pixels");
  }

  @Override
  public InferenceOutcome infer(PixelPicture picture, double confidence) {
    long id = picture.bgr()[0];
    seen.add(id);
    confidences.add(confidence);
    awaitTurn();
    if (id == failing) {
      throw new IllegalStateException("cannot");
    }
    return new InferenceOutcome(List.of(), 1, name);
  }

  private synchronized void awaitTurn() {
    try {
      while (held) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean looks() {
    return looks;
  }

  @Override
  public void prove(EncodedPicture picture) {
    // nothing to prove
  }

  @Override
  public void close() {
    closed = true;
  }
}
