package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.AdminServer;
import edgeai.systemtests.fixture.CameraClient;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.Observability;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.PrometheusServer;
import edgeai.systemtests.fixture.Promtool;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real Prometheus beside an admin server, by the project's own files. */
@OnServers
@Timeout(300)
class AdminPrometheusIT {
  /** In the queries of the board that an admin server answers, and no other. */
  static final String OF_ADMIN = "job=\"admin\"";

  private final AdminServer admin;
  private final CameraClient cameras;
  private final String camera = CameraClient.newId();

  AdminPrometheusIT(AdminServer admin) {
    this.admin = admin;
    this.cameras = new CameraClient(admin.http());
  }

  @BeforeAll
  static void requirePrometheus() {
    Promtool.require();
  }

  @AfterEach
  void removeCamera() {
    admin.http().delete("/cameras/" + Http.inPath(camera)).expect(200);
  }

  @Test
  void itsLinterHasNothingToSay() {
    assertThat(Promtool.judge(admin.http())).isEqualTo(new Promtool.Verdict(0, ""));
  }

  @Test
  void rulesLookAtMetricsThatThereAre() {
    cameras.register(camera);
    assertThat(Observability.metricsOf(admin.http()))
        .containsAll(Observability.metricsOfRules("admin"));
  }

  @Test
  void eachQueryOfTheBoardIsAnswered() {
    cameras.register(camera);
    cameras.post(CameraClient.detection(camera, "car"));
    try (PrometheusServer prometheus =
        PrometheusServer.start("prometheus-admin", Map.of(8001, admin.server()))) {
      prometheus.awaitScraped("admin");
      cameras.post(CameraClient.detection(camera, "car"));
      List<String> queries =
          Observability.queriesOfBoard().stream().filter(it -> it.contains(OF_ADMIN)).toList();
      assertThat(queries).isNotEmpty();
      prometheus.awaitData(queries);
    }
  }
}
