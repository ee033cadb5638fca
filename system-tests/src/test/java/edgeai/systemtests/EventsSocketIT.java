package edgeai.systemtests;

import static edgeai.systemtests.fixture.Wire.list;
import static edgeai.systemtests.fixture.Wire.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.BareCoordinator;
import edgeai.systemtests.fixture.ExpositionText;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Listener;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.RawConnection;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may listen on {@code /ws/events}, and what a client that does not read costs. */
@OnServers
@Timeout(300)
class EventsSocketIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int FRAMES = 200;
  private static final long LARGE_FRAME = 7_000_000_000_000_000L;
  private static final int LISTENERS = 49;

  private final ServerProcess coordinator;
  private final Http http;
  private final JobClient jobs;
  private final ServerProcess bare;

  EventsSocketIT(Pool pool, BareCoordinator bare) {
    this.coordinator = pool.coordinator();
    this.http = pool.http();
    this.jobs = new JobClient(http);
    this.bare = bare.server();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "http://localhost.evil.example:4200", "null"})
  void refusesPagesOfStrangers(String origin) {
    assertThatThrownBy(() -> Listener.pageOfEvents(coordinator, origin))
        .hasRootCauseMessage("Unexpected HTTP response status code 403");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:4200", "http://127.0.0.1:4200"})
  void takesPagesOfThisMachine(String origin) {
    try (Listener page = Listener.pageOfEvents(coordinator, origin)) {
      page.await("metrics", metrics -> true);
    }
  }

  @Test
  void ignoresWhatClientsSay() {
    try (Listener listener = Listener.ofEvents(coordinator)) {
      listener.send("hello");
      listener.send("x".repeat(65_536));
      listener.send(new byte[1_000]);
      listener.sendInParts("{\"type\":", "\"ack\"}");
      int before = listener.count();
      await("it hears more").atMost(SOON).until(() -> listener.count() > before);
      assertThat(listener.isClosed()).isFalse();
    }
  }

  @Test
  void closesWhoSaysTooMuch() {
    try (Listener text = Listener.ofEvents(coordinator);
        Listener binary = Listener.ofEvents(coordinator)) {
      text.send("x".repeat(65_537));
      binary.send(new byte[65_537]);
      assertThat(text.awaitClosed()).isEqualTo(1009);
      assertThat(binary.awaitClosed()).isEqualTo(1009);
    }
  }

  @Test
  void turnsAwayWhoFindsNoPlace() {
    await("former listeners are gone").atMost(SOON).until(() -> listeners() == 0);
    List<Listener> inside = new ArrayList<>();
    try {
      IntStream.range(0, BareCoordinator.MAX_LISTENERS)
          .forEach(n -> inside.add(Listener.ofEvents(bare)));
      try (Listener outside = Listener.ofEvents(bare)) {
        assertThat(outside.awaitClosed()).isEqualTo(1013);
      }
      assertThat(inside).noneMatch(Listener::isClosed);
      assertThat(exposed("edge_websocket_clients")).isEqualTo(BareCoordinator.MAX_LISTENERS);
      assertThat(exposed("edge_websocket_closed_total{reason=\"full\"}")).isPositive();
      inside.remove(0).close();
      await("a place is free")
          .atMost(SOON)
          .until(() -> listeners() == BareCoordinator.MAX_LISTENERS - 1);
      inside.add(Listener.ofEvents(bare));
      inside.get(inside.size() - 1).await("metrics", metrics -> true);
    } finally {
      inside.forEach(Listener::close);
    }
  }

  private int listeners() {
    return bare.http().get("/metrics").expect(200).object().getInt("websocket_clients");
  }

  private double exposed(String metric) {
    return new ExpositionText(bare.http().get("/metrics", "Accept", "text/plain").text())
        .value(metric)
        .orElse(0.0);
  }

  @Test
  void aClientThatNeverReadsHoldsUpNeitherJobsNorOthers() {
    jobs.awaitQuiet();
    List<Listener> listeners = new ArrayList<>();
    try (RawConnection deaf = RawConnection.to(coordinator, 4 << 10)) {
      deaf.send(
          """
          GET /ws/events HTTP/1.1\r
          Host: localhost\r
          Upgrade: websocket\r
          Connection: Upgrade\r
          Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
          Sec-WebSocket-Version: 13\r
          \r
          """);
      IntStream.range(0, LISTENERS).forEach(n -> listeners.add(Listener.ofEvents(coordinator)));
      await("all are there")
          .atMost(SOON)
          .until(() -> http.get("/metrics").object().getInt("websocket_clients") > LISTENERS);
      postMoreThanMayBeUnconfirmed();
      String id = jobs.submit(Traffic.write("deaf.mp4", FRAMES), "?sample_fps=0");
      jobs.awaitCompleted(id);
      jobs.requireTraffic(id, FRAMES);
      for (Listener listener : listeners) {
        listener.await(
            "job",
            data -> data.getString("job_id").equals(id) && data.getInt("progress_pct") == 100);
        assertThat(told(listener)).isEqualTo(1 + FRAMES);
        assertThat(listener.isClosed()).isFalse();
      }
    } finally {
      listeners.forEach(Listener::close);
    }
  }

  /** After one message of more than 128 k characters the deaf client gets nothing more. */
  private void postMoreThanMayBeUnconfirmed() {
    http.post(
            "/frame-result",
            object(
                "frame_id",
                LARGE_FRAME,
                "worker_id",
                "w",
                "detected_objects",
                list(Collections.nCopies(2_000, "car").toArray())))
        .expect(201);
  }

  private static int told(Listener listener) {
    return listener.data("results").stream()
        .mapToInt(batch -> batch.getJsonArray("frames").size() + batch.getInt("skipped"))
        .sum();
  }
}
