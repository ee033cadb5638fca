package edgeai.cli.dist;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Something that others made and that is delivered, as CycloneDX has it. */
final class DeliveredPart {
  private final ObjectNode component;

  DeliveredPart(ObjectNode component) {
    this.component = component;
  }

  static DeliveredPart of(String name) {
    return new DeliveredPart(
        JsonNodeFactory.instance.objectNode().put("type", "library").put("name", name));
  }

  ObjectNode component() {
    return component;
  }

  String name() {
    return component.path("name").asText();
  }

  String group() {
    return component.path("group").asText();
  }

  /** Empty where nobody says. */
  String version() {
    return component.path("version").asText();
  }

  /** By which the same part is known elsewhere; empty where it is published nowhere. */
  String purl() {
    return component.path("purl").asText();
  }

  /** The one that it is taken under, or those among which its user may choose. */
  Optional<String> licence() {
    return Optional.ofNullable(component.path("licenses").path(0))
        .map(
            one ->
                one.path("expression").isTextual()
                    ? one.path("expression").asText()
                    : one.path("license")
                        .path("id")
                        .asText(one.path("license").path("name").asText()))
        .filter(id -> !id.isEmpty() && component.path("licenses").size() == 1);
  }

  /** Says what it is taken under. */
  DeliveredPart under(String id) {
    component.putArray("licenses").addObject().putObject("license").put("id", id);
    return this;
  }

  DeliveredPart version(String version) {
    component.put("version", version);
    return this;
  }

  DeliveredPart purl(String purl) {
    component.put("purl", purl).put("bom-ref", purl);
    return this;
  }

  /** Where it is from. */
  DeliveredPart from(String url) {
    component.putArray("externalReferences").addObject().put("type", "website").put("url", url);
    return this;
  }

  /** What it consists of. */
  DeliveredPart with(DeliveredPart inner) {
    component.withArray("components").add(inner.component);
    return this;
  }

  /** Those of them that are known by their licence. */
  List<DeliveredPart> inner() {
    List<DeliveredPart> all = new ArrayList<>();
    component.path("components").forEach(one -> all.add(new DeliveredPart((ObjectNode) one)));
    return all.stream().filter(one -> one.licence().isPresent()).toList();
  }

  String remark() {
    return component.path("description").asText();
  }

  /** Where it was looked at. */
  String site() {
    return component.path("externalReferences").path(0).path("url").asText();
  }

  /** The same for another platform, as its file there is. */
  void settle(String natives, Path libraries) throws IOException {
    purl(purl().replaceFirst("classifier=[^&]+", "classifier=" + natives));
    Path file =
        libraries.resolve(
            purl().contains("classifier=")
                ? "%s-%s-%s.jar".formatted(name(), version(), natives)
                : "%s-%s.jar".formatted(name(), version()));
    component.putArray("hashes").addObject().put("alg", "SHA-256").put("content", sha256(file));
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  DeliveredPart noting(String remark) {
    component.put("description", remark);
    return this;
  }
}
