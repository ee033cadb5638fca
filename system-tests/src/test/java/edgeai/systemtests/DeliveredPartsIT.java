package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.cli.dist.BillOfParts;
import edgeai.cli.server.Installation;
import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.StartsServers;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The bill of all that is delivered names what is really there. */
@StartsServers(Lane.ADMIN)
@TestInstance(Lifecycle.PER_CLASS)
class DeliveredPartsIT {
  private static final Pattern LIBRARY = Pattern.compile("(?:WEB-INF/lib/)?([^/]+\\.jar)");

  private final String bill = BillOfParts.ofCheckout(Build.root()).json();
  private final List<JsonObject> parts = parts();

  DeliveredPartsIT() throws IOException {}

  private List<JsonObject> parts() {
    try (JsonReader reader = Json.createReader(new StringReader(bill))) {
      return reader.readObject().getJsonArray("components").getValuesAs(JsonObject.class);
    }
  }

  private Set<String> jars() {
    return parts.stream()
        .filter(part -> part.getString("purl", "").startsWith("pkg:maven/"))
        .map(DeliveredPartsIT::jar)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String jar(JsonObject part) {
    Matcher classifier = Pattern.compile("classifier=([^&]+)").matcher(part.getString("purl"));
    return "%s-%s%s.jar"
        .formatted(
            part.getString("name"),
            part.getString("version"),
            classifier.find() ? "-" + classifier.group(1) : "");
  }

  @Test
  void itIsAsCycloneDxWantsIt() throws IOException {
    assertThat(new JsonParser().validate(bill.getBytes(StandardCharsets.UTF_8), Version.VERSION_16))
        .isEmpty();
  }

  @Test
  void itNamesEveryJarThatIsThereAndNoOther() throws IOException {
    Installation installation = new Installation(Build.root());
    Set<String> there = new TreeSet<>();
    for (String war : List.of("coordinator-war", "worker-war", "admin-war")) {
      there.addAll(within(installation.war(war)));
    }
    there.addAll(names(installation.libraries()));
    there.addAll(names(Build.root().resolve("cli/target/lib")));

    Set<String> named = jars();
    named.removeIf(name -> name.startsWith("payara-micro-"));
    assertThat(there).hasSizeGreaterThan(30);
    assertThat(named).isEqualTo(there);
  }

  private static List<String> within(Path war) throws IOException {
    try (ZipFile all = new ZipFile(war.toFile())) {
      return all.stream()
          .map(entry -> LIBRARY.matcher(entry.getName()))
          .filter(Matcher::matches)
          .map(name -> name.group(1))
          .toList();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).toList();
    }
  }

  @Test
  void itNamesThePackagesThatAreInThePages() throws IOException {
    Set<String> named =
        parts.stream()
            .filter(part -> part.getString("purl", "").startsWith("pkg:npm/"))
            .map(part -> part.getString("name"))
            .collect(Collectors.toSet());
    assertThat(named).contains("@angular/core", "rxjs", "chart.js", "@fontsource/ibm-plex-sans");
    List<String> bundled = new ArrayList<>();
    for (String app : List.of("edge-dashboard", "admin-portal")) {
      Path texts = Build.root().resolve("angular-apps/dist/%s/3rdpartylicenses.txt".formatted(app));
      if (Files.exists(texts)) {
        Files.readAllLines(texts).stream()
            .filter(line -> line.startsWith("Package: "))
            .forEach(line -> bundled.add(line.substring("Package: ".length())));
      }
    }
    assertThat(named).containsAll(bundled);
  }

  @Test
  void itNamesWhatIsInsideOthers() {
    JsonObject payara =
        parts.stream()
            .filter(part -> part.getString("name").equals("payara-micro"))
            .findFirst()
            .orElseThrow();
    assertThat(payara.getJsonArray("components").getValuesAs(JsonObject.class))
        .hasSizeGreaterThan(200)
        .anySatisfy(part -> assertThat(part.getString("name")).isEqualTo("h2"));
    assertThat(bill).contains("\"FFmpeg\"", "\"OpenCV\"", "\"OpenJDK\"", "coco.onnx");
  }

  /** What the bill says of FFmpeg is what FFmpeg says of itself. */
  @Test
  void ffmpegIsUnderTheLesserLicence() {
    String built = avcodec.avcodec_configuration().getString();
    assertThat(avutil.avutil_license().getString()).isEqualTo("LGPL version 3 or later");
    assertThat(avcodec.avcodec_license().getString()).isEqualTo("LGPL version 3 or later");
    assertThat(built)
        .contains("--enable-version3", "--enable-shared")
        .doesNotContain("--enable-gpl", "--enable-nonfree");

    Set<String> known = built(Build.root());
    List<String> libraries =
        Pattern.compile("--enable-((?:lib|openssl|zlib)\\S*)")
            .matcher(built)
            .results()
            .map(found -> found.group(1))
            .filter(name -> !Set.of("libxcb", "libpulse").contains(name)) // the system's own
            .toList();
    assertThat(known).as("what it was built with").containsAll(libraries);
  }

  private static Set<String> built(Path root) {
    try (JsonReader reader =
        Json.createReader(Files.newBufferedReader(root.resolve("cli/src/main/parts/parts.json")))) {
      return reader.readObject().getJsonArray("further").getValuesAs(JsonObject.class).stream()
          .map(part -> part.getString("built", ""))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
