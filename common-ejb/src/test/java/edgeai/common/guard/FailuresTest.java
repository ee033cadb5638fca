package edgeai.common.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private final Logger log = Logger.getLogger(Failures.class.getName());
  private final List<LogRecord> told = new ArrayList<>();
  private final Handler ear =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          told.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private final Failures failures = new Failures();

  @BeforeEach
  void listen() {
    log.addHandler(ear);
    log.setUseParentHandlers(false);
  }

  @AfterEach
  void leave() {
    log.removeHandler(ear);
    log.setUseParentHandlers(true);
    PrometheusRegistry.defaultRegistry.clear();
  }

  @Test
  void eachKindIsToldOnceAndAllAreCounted() {
    for (int i = 0; i < 100; i++) {
      failures.note("fleet", new IllegalStateException("no " + i));
      failures.note("fleet", new IllegalArgumentException("no " + i));
      failures.note("jobs", new IllegalStateException("no " + i));
    }

    assertThat(failures.count("fleet")).isEqualTo(200);
    assertThat(failures.count("jobs")).isEqualTo(100);
    assertThat(told).hasSize(3);
    assertThat(told.get(0).getMessage()).startsWith("fleet failed");
    assertThat(told.get(0).getThrown()).hasMessage("no 0");
  }

  @Test
  void aThreadOfTheContainerEndsInALine() {
    LostThreads lost = new LostThreads(failures);
    NullPointerException foreign = new NullPointerException("response is null");
    foreign.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("org.apache.catalina.connector.OutputBuffer", "x", "x", 1)
        });
    for (int i = 0; i < 100; i++) {
      lost.note(foreign);
    }

    assertThat(failures.count("a thread of the container")).isEqualTo(100);
    assertThat(told).hasSize(1);
    assertThat(told.get(0).getLevel()).isEqualTo(Level.WARNING);
    assertThat(told.get(0).getThrown()).isNull();
    assertThat(told.get(0).getMessage()).contains("response is null");
  }

  @Test
  void aThreadThatEndsInOwnCodeIsToldInFull() {
    new LostThreads(failures).note(new IllegalStateException("own"));

    assertThat(told).hasSize(1);
    assertThat(told.get(0).getThrown()).hasMessage("own");
  }

  @Test
  void whatIsGuardedEndsNothing() {
    failures.guard(
        "fleet",
        () -> {
          throw new NoClassDefFoundError("gone");
        });
    failures.guard("fleet", () -> {});

    assertThat(failures.count("fleet")).isEqualTo(1);
  }

  @Test
  void prometheusSeesWhereItFailed() {
    failures.register();
    failures.note("fleet", new IllegalStateException("no"));

    CounterSnapshot counts = (CounterSnapshot) PrometheusRegistry.defaultRegistry.scrape().get(0);

    assertThat(counts.getMetadata().getName()).isEqualTo("edge_unexpected_failures");
    assertThat(counts.getDataPoints().get(0).getLabels().get("where")).isEqualTo("fleet");
    assertThat(counts.getDataPoints().get(0).getValue()).isEqualTo(1);
  }
}
