package edgeai.benchmark.events;

import edgeai.benchmark.Benchmark;
import edgeai.benchmark.Figure;
import edgeai.benchmark.Report;
import edgeai.benchmark.Row;
import edgeai.benchmark.Run;
import edgeai.systemtests.fixture.ExpositionText;
import edgeai.systemtests.fixture.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/** As many events as an admin server takes, first with nobody listening, then with many. */
final class Storm {
  private static final int LISTENERS = 200;
  private static final String DROPPED = "edge_websocket_dropped_messages_total";

  private final Benchmark benchmark;
  private final Run run;
  private final Report report;
  private final ServerProcess admin;

  /**
   * @param admin a server that is ready
   */
  Storm(Benchmark benchmark, Run run, Report report, ServerProcess admin) {
    this.benchmark = benchmark;
    this.run = run;
    this.report = report;
    this.admin = admin;
  }

  /** What a while of calls came to, and the milliseconds of processor time one took the server. */
  private record Measured(Load.Outcome calls, double busyMillis) {}

  void measure() throws IOException, InterruptedException {
    try (Load load = new Load(admin.port())) {
      run.progress(benchmark, "events from 64 connections");
      // the JVM compiles both before either is measured
      load.run(seconds(1, 3), Posts.health());
      load.run(seconds(2, 4), Posts.events());
      Measured health = measured(load, seconds(1, 3), Posts.health());
      Measured alone = measured(load, seconds(2, 6), Posts.events());
      add("no client", alone, "GET /health by the same client", health);
      listened(load, alone);
    }
  }

  private void listened(Load load, Measured alone) throws IOException, InterruptedException {
    run.progress(benchmark, "the same with %d clients on the WebSocket".formatted(LISTENERS));
    // what still waits for these goes when they go
    try (EventAudience warming = EventAudience.of(LISTENERS, admin.port())) {
      load.run(seconds(1, 2), Posts.events());
      warming.awaitSilence(Duration.ZERO);
    }
    try (EventAudience audience = EventAudience.of(LISTENERS, admin.port())) {
      double before = dropped();
      long began = System.nanoTime();
      Measured listened = measured(load, seconds(2, 6), Posts.events());
      double during = audience.messages() / ((System.nanoTime() - began) / 1e9);
      long all = audience.awaitSilence(seconds(3, 10));
      add("%d clients".formatted(LISTENERS), listened, "no client", alone);
      report.add(
          new Row(
              "told to each of %d clients".formatted(LISTENERS),
              Figure.of((double) all / LISTENERS),
              "events",
              "acknowledged",
              Figure.of(listened.calls().answered())));
      report.note(
          "%,.0f messages a second went to all clients together while events came; %,.0f were"
                  .formatted(during, dropped() - before)
              + " dropped: the oldest of a client for which more than 2,048 wait");
    }
  }

  private Measured measured(Load load, Duration time, Supplier<byte[]> requests)
      throws IOException {
    Duration before = admin.usage().processorTime();
    Load.Outcome calls = load.run(time, requests);
    Duration busy = admin.usage().processorTime().minus(before);
    return new Measured(calls, busy.toNanos() / 1e6 / calls.answered());
  }

  private void add(String clients, Measured value, String other, Measured reference) {
    add(
        "a second",
        clients,
        value.calls().perSecond(),
        "events/s",
        other,
        reference.calls().perSecond());
    add("processor time of one", clients, value.busyMillis(), "ms", other, reference.busyMillis());
    add(
        "acknowledged, p99",
        clients,
        value.calls().latencies().millis(99),
        "ms",
        other,
        reference.calls().latencies().millis(99));
  }

  private void add(
      String what, String clients, double value, String unit, String other, double reference) {
    report.add(new Row(what + ", " + clients, Figure.of(value), unit, other, Figure.of(reference)));
  }

  private Duration seconds(int quickly, int fully) {
    return Duration.ofSeconds(run.choose(quickly, fully));
  }

  private double dropped() {
    String text = admin.http().get("/metrics", "Accept", "text/plain").text();
    return new ExpositionText(text).value(DROPPED).orElseThrow();
  }
}
