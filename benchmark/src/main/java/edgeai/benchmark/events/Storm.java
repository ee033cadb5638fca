package edgeai.benchmark.events;

import edgeai.benchmark.Benchmark;
import edgeai.benchmark.Figure;
import edgeai.benchmark.Report;
import edgeai.benchmark.Row;
import edgeai.benchmark.Run;
import edgeai.systemtests.fixture.ExpositionText;
import edgeai.systemtests.fixture.ServerProcess;
import java.time.Duration;

/** As many events as an admin server takes, first with nobody listening, then with many. */
final class Storm {
  private static final int LISTENERS = 200;
  private static final String DROPPED = "edge_websocket_dropped_messages_total";

  private final Benchmark benchmark;
  private final Run run;
  private final Report report;

  Storm(Benchmark benchmark, Run run, Report report) {
    this.benchmark = benchmark;
    this.run = run;
    this.report = report;
  }

  /** Measures a server that is ready. */
  void measure(ServerProcess admin) throws Exception {
    try (Load load = new Load(admin.port())) {
      run.progress(benchmark, "events from 64 connections");
      load.run(seconds(1, 2), Posts.health());
      Load.Outcome health = load.run(seconds(1, 3), Posts.health());
      load.run(seconds(2, 4), Posts.events());
      Load.Outcome alone = load.run(seconds(2, 6), Posts.events());
      add("events", alone, "GET /health by the same client", health);
      listened(admin, load, alone);
    }
  }

  private void listened(ServerProcess admin, Load load, Load.Outcome alone) throws Exception {
    run.progress(benchmark, "the same with %d clients on the WebSocket".formatted(LISTENERS));
    try (Audience audience = Audience.of(LISTENERS, admin.port())) {
      load.run(seconds(1, 2), Posts.events());
      long before = audience.awaitSilence(seconds(2, 10));
      double droppedBefore = dropped(admin);
      long began = System.nanoTime();
      Load.Outcome outcome = load.run(seconds(2, 6), Posts.events());
      long during = audience.messages() - before;
      double took = (System.nanoTime() - began) / 1e9;
      long got = audience.awaitSilence(seconds(2, 10)) - before;
      add("events with %d clients".formatted(LISTENERS), outcome, "no client", alone);
      report.add(
          new Row(
              "events told to each of %d clients".formatted(LISTENERS),
              Figure.of((double) got / LISTENERS),
              "events",
              "acknowledged",
              Figure.of(outcome.answered())));
      report.note(
          "%.0f messages a second went to all clients together while events came, %.0f were"
                  .formatted(during / took, dropped(admin) - droppedBefore)
              + " dropped; a client loses its oldest ones where more than 2,048 wait for it");
    }
  }

  private void add(String what, Load.Outcome outcome, String other, Load.Outcome reference) {
    report.add(
        new Row(
            what,
            Figure.of(outcome.perSecond()),
            "events/s",
            other,
            Figure.of(reference.perSecond())));
    report.add(
        new Row(
            what + ", answered, p99",
            outcome.latencies().millis(99),
            "ms",
            other,
            reference.latencies().millis(99)));
  }

  private Duration seconds(int quickly, int fully) {
    return Duration.ofSeconds(run.choose(quickly, fully));
  }

  private static double dropped(ServerProcess admin) {
    String text = admin.http().get("/metrics", "Accept", "text/plain").text();
    return new ExpositionText(text).value(DROPPED).orElseThrow();
  }
}
