package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.BareCoordinator;
import edgeai.systemtests.fixture.ExpositionText;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.RawConnection;
import edgeai.systemtests.fixture.ServerProcess;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that ask nothing: so many are held, and not for long. */
@OnServers
@Timeout(300)
class ConnectionsIT {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final ServerProcess server;
  private final List<RawConnection> connections = new ArrayList<>();

  ConnectionsIT(BareCoordinator bare) {
    server = bare.server();
  }

  @AfterEach
  void goAway() {
    connections.forEach(RawConnection::close);
  }

  private void open(int count, String begun) {
    for (int i = 0; i < count; i++) {
      RawConnection connection = RawConnection.to(server);
      connections.add(connection);
      if (!begun.isEmpty()) {
        connection.send(begun);
      }
    }
  }

  private double figure(String name) {
    return new ExpositionText(server.http().get("/metrics", "Accept", "text/plain").text())
        .value(name)
        .orElseThrow();
  }

  @Test
  void thoseBeyondTheBoundAreClosedAndCounted() {
    double refused = figure("edge_connections_refused_total");
    open(2 * BareCoordinator.MAX_CONNECTIONS, "");
    RawConnection last = connections.get(connections.size() - 1);
    assertThat(last.readToEnd(LIMIT)).isEmpty();
    goAway();
    connections.clear();
    await("room for others")
        .atMost(LIMIT)
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .untilAsserted(() -> server.http().get("/health").expect(200));
    assertThat(figure("edge_connections_refused_total") - refused)
        .isGreaterThanOrEqualTo(BareCoordinator.MAX_CONNECTIONS);
    await("those that left are no longer counted")
        .atMost(LIMIT)
        .until(() -> figure("edge_connections") < BareCoordinator.MAX_CONNECTIONS / 2.0);
  }

  @ParameterizedTest
  @Tag("long")
  @ValueSource(
      strings = {"", "G", "GARBAGE", "GET /health", "GET /health HTTP/1.1\r\nHost: localhost\r\n"})
  void whoAsksNothingIsNotWaitedFor(String begun) {
    open(100, begun);
    for (RawConnection connection : connections) {
      assertThat(connection.readToEnd(LIMIT)).isEmpty();
    }
  }

  @Test
  @Tag("long")
  void aHeadThatDripsIsGivenUp() {
    open(1, "GET /health HTTP/1.1\r\n");
    await("the end of one that drips")
        .pollInterval(Duration.ofSeconds(1))
        .atMost(LIMIT)
        .until(() -> !isTaken("X: y\r\n"));
    assertThat(figure("edge_connections_overdue_total")).isPositive();
  }

  private boolean isTaken(String line) {
    try {
      connections.get(0).send(line);
      return true;
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
