package edgeai.cli.version;

import com.fasterxml.jackson.databind.ObjectMapper;
import edgeai.cli.place.Checkout;
import edgeai.cli.server.ModelsOfBuild;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The versions of all that matters for how a server behaves.
 *
 * @param parts by what they are called, in the order in which they are shown
 */
public record VersionReport(Map<String, String> parts) {
  private static final String UNKNOWN = "unknown";
  private static final String NOT_BUILT = "not built yet";

  /**
   * Of an installation.
   *
   * @param version of this project
   * @param model what {@code MODEL} says, if it says something
   */
  public static VersionReport of(Checkout checkout, String version, Optional<String> model)
      throws IOException, InterruptedException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("edge", version);
    parts.put("commit", Revision.of(checkout).orElse(UNKNOWN));
    parts.put(
        "java",
        "%s (%s) in %s"
            .formatted(
                Runtime.version(),
                System.getProperty("java.vendor", UNKNOWN),
                System.getProperty("java.home")));
    InstalledParts installed = new InstalledParts(checkout.installation());
    parts.put("payara", installed.payara().orElse(NOT_BUILT));
    parts.put("onnxruntime", installed.onnxRuntime().orElse(NOT_BUILT));
    parts.put("model", model.orElse(bundled(checkout)));
    return new VersionReport(parts);
  }

  private static String bundled(Checkout checkout) throws IOException {
    return ModelsOfBuild.of(checkout.installation())
        .map(
            models ->
                models.all().stream()
                    .map(model -> "%s %s".formatted(model.name(), model.sha256()))
                    .collect(Collectors.joining(", ")))
        .orElse(NOT_BUILT);
  }

  /** A line for each, or JSON. */
  public Stream<String> lines(boolean json) {
    return json
        ? new ObjectMapper().valueToTree(parts).toPrettyString().lines()
        : parts.entrySet().stream()
            .map(part -> "%-12s %s".formatted(part.getKey(), part.getValue()));
  }
}
