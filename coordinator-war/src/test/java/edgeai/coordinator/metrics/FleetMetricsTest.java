package edgeai.coordinator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Scraped;
import edgeai.common.wire.FrameAttempt;
import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.fleet.WorkerNode;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FleetMetricsTest {
  private final TestPool pool = new TestPool();

  @BeforeEach
  void register() {
    new FleetMetrics(pool.fleet()).register();
  }

  @AfterEach
  void forget() {
    Scraped.forget();
  }

  private static List<String> attempts(int above) {
    return Scraped.samples().stream()
        .filter(line -> line.startsWith("edge_worker_attempts_total"))
        .filter(line -> Double.parseDouble(line.substring(line.indexOf(' '))) > above)
        .toList();
  }

  @Test
  void aCircuitIsInOneOfThreeStates() {
    WorkerNode worker = pool.join("w1");
    for (int failure = 0; failure < 3; failure++) {
      assertThat(worker.tryLease()).isTrue();
      worker.failed("broke down");
    }

    assertThat(Scraped.samples())
        .contains(
            "edge_worker_circuit{state=\"closed\",worker=\"w1\"} 0.0",
            "edge_worker_circuit{state=\"half_open\",worker=\"w1\"} 0.0",
            "edge_worker_circuit{state=\"open\",worker=\"w1\"} 1.0");
  }

  @Test
  void everyOutcomeThatThereIsCounts() throws IllegalAccessException {
    WorkerNode worker = pool.join("w1");
    assertThat(attempts(-1)).hasSize(7);
    assertThat(attempts(0)).isEmpty();

    for (String outcome : outcomes().filter(it -> !it.equals(FrameAttempt.PENDING)).toList()) {
      worker.tally().ended(outcome);
      assertThat(attempts(0))
          .contains(
              "edge_worker_attempts_total{outcome=\"%s\",worker=\"w1\"} 1.0".formatted(outcome));
    }
    assertThat(attempts(0)).hasSize(7);
  }

  private static Stream<String> outcomes() throws IllegalAccessException {
    Stream.Builder<String> outcomes = Stream.builder();
    for (Field field : FrameAttempt.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        outcomes.add((String) field.get(null));
      }
    }
    return outcomes.build();
  }

  @Test
  void inferenceIsWhatTheWorkerSaysWhicheverWayTheFrameWent() {
    WorkerNode worker = pool.join("w1");
    assertThat(worker.tryLease()).isTrue();
    worker.succeeded(300, 50);
    worker.did(25);

    assertThat(Scraped.samples())
        .contains(
            "edge_worker_inference_seconds_count{worker=\"w1\"} 2",
            "edge_worker_inference_seconds_sum{worker=\"w1\"} 0.075");
  }

  @Test
  void aWorkerThatRegistersAgainGoesOnAndOneThatLeftHasNoSeries() {
    pool.join("w1").tally().ended(FrameAttempt.COMPLETED);
    pool.join("w1").tally().ended(FrameAttempt.COMPLETED);
    assertThat(attempts(0))
        .containsExactly("edge_worker_attempts_total{outcome=\"completed\",worker=\"w1\"} 2.0");

    pool.fleet().remove("w1");
    assertThat(Scraped.samples()).isEmpty();
  }
}
