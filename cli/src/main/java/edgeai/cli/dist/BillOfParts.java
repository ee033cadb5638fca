package edgeai.cli.dist;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import edgeai.cli.server.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that an archive holds and others made, once each. */
public final class BillOfParts {
  /** What it is called in an archive. */
  public static final String NAME = "sbom.cdx.json";

  private static final String PAYARA = "payara-micro";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final String version;
  private final List<DeliveredPart> parts;

  private BillOfParts(String version, List<DeliveredPart> parts) {
    this.version = version;
    this.parts = parts;
  }

  /**
   * Of what was built in a checkout.
   *
   * @param root of the checkout
   * @param wars the modules whose WARs are delivered
   * @param runtime the Java that is
   * @param libraries the native ones of a platform
   */
  static BillOfParts of(
      Path root, List<String> wars, JdkRelease runtime, Platform platform, Path libraries)
      throws IOException {
    Map<String, DeliveredPart> all = new LinkedHashMap<>();
    List<String> modules = new ArrayList<>(wars);
    modules.add("payara-config");
    modules.add("cli");
    for (String module : modules) {
      for (DeliveredPart part : MavenParts.of(root.resolve(module))) {
        all.putIfAbsent(part.purl(), part);
      }
    }
    boolean isElsewhere = platform != Platform.here();
    for (DeliveredPart part : MavenParts.of(root.resolve("payara-config"))) {
      if (isElsewhere && !part.name().equals(PAYARA)) {
        all.get(part.purl()).settle(platform.natives(), libraries);
      }
    }
    DeliveredPart payara =
        all.values().stream().filter(part -> part.name().equals(PAYARA)).findFirst().orElseThrow();
    JarsWithin.of(root.resolve("payara-config/target/payara-micro.jar")).forEach(payara::with);
    List<DeliveredPart> parts = new ArrayList<>(all.values());
    if (wars.stream().anyMatch(war -> !war.equals("worker-war"))) {
      parts.addAll(NpmParts.of(root.resolve("angular-apps/package-lock.json")));
    }
    parts.add(runtime.part());
    KnownParts known = KnownParts.read(root);
    known.complete(parts);
    known.requireAllowed(parts);
    return new BillOfParts(ProjectVersion.of(root.resolve("pom.xml")), parts);
  }

  /** The same of a whole archive for servers, with the Java that runs. */
  public static BillOfParts ofCheckout(Path root) throws IOException {
    return of(
        root,
        DistributionRole.SERVER.wars(),
        JdkRelease.of(Path.of(System.getProperty("java.home"))),
        Platform.here(),
        new Installation(root).libraries());
  }

  List<DeliveredPart> parts() {
    return parts;
  }

  /** As CycloneDX 1.6 has it. Nothing in it depends on when it was made. */
  public String json() throws IOException {
    ObjectNode bill = JsonNodeFactory.instance.objectNode();
    bill.put("bomFormat", "CycloneDX").put("specVersion", "1.6").put("version", 1);
    ObjectNode product = bill.putObject("metadata").putObject("component");
    product
        .put("type", "application")
        .put("bom-ref", "edge-co-intelligence")
        .put("name", "edge-co-intelligence")
        .put("version", version);
    product.putArray("licenses").addObject().putObject("license").put("id", "MIT");
    ArrayNode components = bill.putArray("components");
    parts.forEach(part -> components.add(part.component()));
    return MAPPER.writeValueAsString(bill) + "\n";
  }

  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(NAME), json());
  }
}
