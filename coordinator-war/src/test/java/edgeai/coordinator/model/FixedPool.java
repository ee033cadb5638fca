package edgeai.coordinator.model;

import edgeai.common.error.Conflict;
import edgeai.common.vision.ModelCard;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A pool's model that is no file, and remembers who holds which. */
public final class FixedPool extends PoolModel {
  public static final String SHA256 = "ab".repeat(32);

  private final List<String> held = new CopyOnWriteArrayList<>();
  private volatile String broken;

  /** Such a model cannot be opened. */
  public void breaks(String sha256) {
    broken = sha256;
  }

  /** Models of jobs that have not ended, one for each. */
  public List<String> held() {
    return List.copyOf(held);
  }

  @Override
  public ModelCard card() {
    return new ModelCard(
        "pool", SHA256, List.of("car", "bus"), 640, 480, "cpu", null, null, 0.4, null);
  }

  @Override
  public List<String> wanted() {
    List<String> wanted = new ArrayList<>(List.of(SHA256));
    held.stream().filter(model -> !wanted.contains(model)).forEach(wanted::add);
    return wanted;
  }

  @Override
  public void hold(String sha256) {
    held.add(sha256);
  }

  @Override
  public void holdAgain(String sha256) {
    held.add(sha256);
  }

  @Override
  public void release(String sha256) {
    held.remove(sha256);
  }

  @Override
  public void requireOpen(String sha256) {
    if (sha256.equals(broken)) {
      throw new Conflict("The model cannot be used any more: it is damaged.");
    }
  }
}
