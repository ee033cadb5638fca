package edgeai.coordinator.model;

import edgeai.common.inference.ModelEngine;
import edgeai.common.vision.ModelException;
import edgeai.common.vision.NativeFailure;
import edgeai.coordinator.settings.CoordinatorSettings;
import edgeai.settings.StartRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which model the pool starts with: {@code MODEL}, else the one that it was switched to last, else
 * the usual one of the build. One that cannot be used stops the start, and never becomes another.
 */
@ApplicationScoped
public class FirstModel {
  private final CoordinatorSettings settings;
  private final ShelfRepository repository;
  private final Shelf shelf;
  private final ModelFiles files;
  private final ModelProof proof;

  @Inject
  public FirstModel(
      CoordinatorSettings settings,
      ShelfRepository repository,
      Shelf shelf,
      ModelFiles files,
      ModelProof proof) {
    this.settings = settings;
    this.repository = repository;
    this.shelf = shelf;
    this.files = files;
    this.proof = proof;
  }

  /** For the container's proxy. */
  FirstModel() {
    this(null, null, null, null, null);
  }

  ModelEngine open() {
    Optional<Path> set = settings.inference().model();
    Optional<ShelfRepository.Chosen> chosen =
        set.isPresent() ? Optional.empty() : repository.chosen();
    ModelEngine engine = chosen.isPresent() ? open(chosen.get()) : proof.require(set);
    shelf.opened(engine);
    return engine;
  }

  private ModelEngine open(ShelfRepository.Chosen chosen) {
    if (chosen.bundled()) {
      // as this build has it, which may be a newer one than was chosen
      return proof.require(Optional.of(Path.of(chosen.name())));
    }
    Path file = files.added(chosen.sha256());
    try {
      return proof.open(file, chosen.name(), chosen.sha256());
    } catch (ModelException e) {
      throw StartRefusal.refuse(
          "The pool was switched to the model %s, which cannot be used: %s Put its file back at %s, or start with another as MODEL, which wins."
              .formatted(chosen.name(), e.getMessage(), file));
    } catch (LinkageError e) {
      throw StartRefusal.refuse(NativeFailure.sentence(e));
    }
  }

  /** The pool starts with this one from now on, where {@code MODEL} is not set. */
  void choose(ShelfModel model) {
    repository.choose(new ShelfRepository.Chosen(model.name(), model.sha256(), model.isBundled()));
  }
}
