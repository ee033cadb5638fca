package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.BareCoordinator;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Observability;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.PrometheusServer;
import edgeai.systemtests.fixture.Promtool;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.Traffic;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real Prometheus beside a coordinator and its worker, by the project's own files. */
@OnServers
@Timeout(300)
class PrometheusIT {
  private static final String FRAME = "8000000000000001";

  private final ServerProcess coordinator;
  private final ServerProcess worker;

  PrometheusIT(Pool pool) {
    this.coordinator = pool.coordinator();
    this.worker = pool.workers().get(0);
  }

  @BeforeAll
  static void requirePrometheus() {
    Promtool.require();
  }

  @Test
  void itsLinterHasNothingToSay() {
    for (Http http : List.of(coordinator.http(), worker.http())) {
      assertThat(Promtool.judge(http)).isEqualTo(new Promtool.Verdict(0, ""));
    }
  }

  @Test
  void rulesLookAtMetricsThatThereAre(BareCoordinator reporting) {
    Set<String> metrics = Observability.metricsOf(coordinator.http());
    // its series begins with the first failure
    metrics.add("edge_unexpected_failures_total");
    assertThat(metrics).containsAll(Observability.metricsOfRules("servers"));
    metrics.addAll(Observability.metricsOf(reporting.http()));
    assertThat(metrics).containsAll(Observability.metricsOfRules("coordinator"));
  }

  @Test
  void eachQueryOfTheBoardIsAnswered() {
    work();
    try (PrometheusServer prometheus =
        PrometheusServer.start("prometheus", Map.of(8000, coordinator, 9001, worker))) {
      List.of("coordinator", "worker").forEach(prometheus::awaitScraped);
      work();
      prometheus.awaitData(
          Observability.queriesOfBoard().stream()
              .filter(query -> !query.contains(AdminPrometheusIT.OF_ADMIN))
              .toList());
      prometheus.awaitRules();
    }
  }

  /** Both infer, so that no figure is without a value. */
  private void work() {
    JobClient jobs = new JobClient(coordinator.http());
    jobs.awaitCompleted(jobs.submit(Traffic.write("prometheus.mp4", 30), ""));
    worker
        .http()
        .post("/process-frame", "image/jpeg", Traffic.picture(), "Task-Id", "m", "Frame-Id", FRAME)
        .expect(200);
  }
}
