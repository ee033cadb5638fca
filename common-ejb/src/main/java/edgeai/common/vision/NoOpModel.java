package edgeai.common.vision;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a worker announces in a model's place that infers nothing. No model has its hash, so a
 * coordinator that has one gives such a worker no frames.
 */
public final class NoOpModel {
  private static final String NAME = "no-op";

  /** With the hash of its name, the provider {@code none} and an input of no size. */
  public static final ModelCard CARD =
      new ModelCard(
          NAME,
          hash(),
          List.of(),
          0,
          0,
          "none",
          null,
          null,
          ModelCard.USUAL_CONFIDENCE,
          "infers nothing, as NOOP_DELAY_MS is set");

  private NoOpModel() {}

  private static String hash() {
    try {
      return Sha256.of(new ByteArrayInputStream(NAME.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be read", e);
    }
  }
}
