package edgeai.coordinator.model;

import edgeai.common.inference.EngineInUse;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.NoOpModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Specializes;

/** The model of a pool whose workers infer nothing: there is none. */
@Specializes
@ApplicationScoped
public class NoOpPool extends PoolModel {
  @Override
  void open() {
    // no file is opened
  }

  @Override
  public EngineInUse engine() {
    throw new UnsupportedOperationException("this pool infers nothing; set LOCAL_WORKER=false");
  }

  @Override
  public void requireOpen(String sha256) {
    // there is nothing to open
  }

  @Override
  public void tidy() {
    // no model is kept
  }

  @Override
  public ModelCard card() {
    return NoOpModel.CARD;
  }
}
