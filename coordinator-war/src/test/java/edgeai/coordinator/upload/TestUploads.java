package edgeai.coordinator.upload;

import edgeai.common.error.InvalidInput;
import edgeai.common.vision.ModelCard;
import edgeai.settings.SkipStill;
import edgeai.settings.Tiles;
import java.util.List;

/** Uploads to a coordinator whose pool goes by the model "street" and that has "animals", too. */
final class TestUploads {
  static final ModelCard ANIMALS = card("animals", List.of("cat", "dog"));

  private TestUploads() {}

  /**
   * Options of one that asks for nothing.
   *
   * @param labels of the pool's model
   * @param open whether others may come too
   */
  static UploadOptions options(List<String> labels, boolean open) {
    return options(SkipStill.OFF, labels, open);
  }

  static UploadOptions options(SkipStill usual, List<String> labels, boolean open) {
    return new UploadOptions(
        5,
        usual,
        Tiles.WHOLE,
        new ClassChoice(card("street", labels), open),
        name -> new ClassChoice(named(name), open));
  }

  private static ModelCard named(String name) {
    if (name.equals(ANIMALS.name())) {
      return ANIMALS;
    }
    throw new InvalidInput("model: there is no model %s; there are animals.".formatted(name));
  }

  private static ModelCard card(String name, List<String> labels) {
    return new ModelCard(
        name,
        name.repeat(3),
        labels,
        640,
        640,
        "cpu",
        null,
        null,
        ModelCard.USUAL_CONFIDENCE,
        null);
  }
}
