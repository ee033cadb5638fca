package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.access.Role;
import edgeai.access.Secret;
import edgeai.systemtests.fixture.AuditLog;
import edgeai.systemtests.fixture.Doors;
import edgeai.systemtests.fixture.IdleCoordinator;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.RawConnection;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who did what to a coordinator, when, and from where. */
@OnServers
class AuditIT {
  private static final String REGISTRATION =
      "{\"worker_id\":\"%s\",\"hostname\":\"w\",\"ip_address\":\"127.0.0.1\",\"port\":9001}";

  private final IdleCoordinator coordinator;
  private final AuditLog log;
  private Doors doors;

  AuditIT(IdleCoordinator coordinator) {
    this.coordinator = coordinator;
    this.log = new AuditLog(coordinator.server());
  }

  @BeforeEach
  void open() {
    doors = new Doors(coordinator.server());
  }

  @AfterEach
  void close() {
    doors.close();
  }

  /** Asks from an address of its own, so that it has its own allowance of lines. */
  private HttpResponse<String> send(
      String from, String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder().localAddress(InetAddress.getByName(from)).build()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(coordinator.server().url() + path))
              .method(method, BodyPublishers.ofString(body));
      for (int i = 0; i < headers.length; i += 2) {
        request.header(headers[i], headers[i + 1]);
      }
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  @Test
  void whatANodeDoesIsTold() throws Exception {
    Secret token = doors.create("laptop-9", Role.NODE);
    String[] headers = {
      "X-Forwarded-For",
      "203.0.113.9",
      "Authorization",
      "Bearer " + token.text(),
      "Content-Type",
      "application/json"
    };
    try {
      Instant before = Instant.now();
      assertThat(
              send(
                      "127.0.9.1",
                      "POST",
                      "/register-worker",
                      REGISTRATION.formatted("aud-1"),
                      headers)
                  .statusCode())
          .isEqualTo(201);
      assertThat(send("127.0.9.1", "POST", "/heartbeat/aud-1", "", headers).statusCode())
          .isEqualTo(200);
      assertThat(send("127.0.9.1", "DELETE", "/jobs/abc", "", headers).statusCode()).isEqualTo(403);
      assertThat(send("127.0.9.1", "DELETE", "/workers/aud-1", "", headers).statusCode())
          .isEqualTo(200);

      JsonObject registered = log.await("POST /register-worker", "aud-1", 1);
      assertThat(AuditLog.actor(registered)).isEqualTo(List.of("laptop-9", "token", "node"));
      assertThat(registered.getString("from")).isEqualTo("127.0.9.1");
      assertThat(registered.getString("forwarded_for")).isEqualTo("203.0.113.9");
      assertThat(registered.getInt("status")).isEqualTo(201);
      assertThat(Instant.parse(registered.getString("at")))
          .isBetween(before.minusSeconds(1), Instant.now());
      assertThat(AuditLog.actor(log.await("DELETE /jobs/{id}", "abc", 1)))
          .isEqualTo(List.of("laptop-9", "token", "node"));
      log.await("DELETE /workers/{id}", "aud-1", 1);
      assertThat(log.lines("POST /heartbeat/{id}", "aud-1")).as("routine").isEmpty();
      assertThat(log.text()).doesNotContain(token.text());
    } finally {
      doors.revoke("laptop-9");
    }
  }

  @Test
  void loginsAreToldGoodAndWrongOnesWithoutAnyPassword() throws Exception {
    doors.createAccount("berta", Role.OPERATOR, "correct horse");
    try {
      String[] json = {"Content-Type", "application/json"};
      String login = "{\"user\":\"%s\",\"password\":\"%s\"}";
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () ->
                  send(
                              "127.0.9.2",
                              "POST",
                              "/login",
                              login.formatted("berta", "correct horse"),
                              json)
                          .statusCode()
                      == 200);
      send("127.0.9.2", "POST", "/login", login.formatted("berta", "wrong-horse-7"), json);
      send("127.0.9.2", "POST", "/login", login.formatted("typed-in-haste", "x"), json);

      assertThat(AuditLog.actor(log.await("POST /login", "berta", 2)))
          .as("the wrong one")
          .isEqualTo(List.of("", "local", "admin"));
      assertThat(log.lines("POST /login", "berta"))
          .anySatisfy(
              line -> {
                assertThat(line.getInt("status")).isEqualTo(200);
                assertThat(AuditLog.actor(line)).isEqualTo(List.of("berta", "account", "operator"));
              })
          .anySatisfy(line -> assertThat(line.getInt("status")).isEqualTo(401));
      log.await("POST /login", "(no account)", 1);
      assertThat(log.text()).doesNotContain("horse").doesNotContain("typed-in-haste");
    } finally {
      doors.removeAccount("berta");
    }
  }

  /** Its body arrives without a thread, and its request goes on as another. */
  @Test
  void aCallWhoseBodyComesLateIsToldOnce() {
    String body = REGISTRATION.formatted("aud-late");
    try (RawConnection connection = RawConnection.to(coordinator.server())) {
      connection.send(
          """
          POST /register-worker HTTP/1.1\r
          Host: localhost\r
          Connection: close\r
          Content-Type: application/json\r
          Content-Length: %d\r
          \r
          """
              .formatted(body.length()));
      await().pollDelay(Duration.ofMillis(300)).until(() -> true);
      connection.send(body);
      assertThat(connection.readToEnd(Duration.ofSeconds(30))).startsWith("HTTP/1.1 201");
    }
    JsonObject line = log.await("POST /register-worker", "aud-late", 1);
    assertThat(line.getInt("status")).isEqualTo(201);
    assertThat(AuditLog.actor(line)).isEqualTo(List.of("", "local", "admin"));

    coordinator.http().delete("/workers/aud-late").expect(200);
    log.await("DELETE /workers/{id}", "aud-late", 1);
    assertThat(log.lines("POST /register-worker", "aud-late")).hasSize(1);
  }

  @Test
  void whatIsSentEndsNoLineAndTakesNoSecretAlong() throws Exception {
    send(
        "127.0.9.3",
        "POST",
        "/no%0Awhere%1B%5B31m/x?token=edge_in_the_query",
        "",
        "X-Forwarded-For",
        "a\",\"who\":\"root",
        "Authorization",
        "Bearer edge_of_a_header");

    String text =
        await().atMost(Duration.ofMinutes(1)).until(log::text, all -> all.contains("/no%0Awhere"));
    assertThat(text)
        .contains("with a token that counts for nothing")
        .doesNotContain("edge_in_the_query")
        .doesNotContain("edge_of_a_header")
        .doesNotContain("\u001b");
    assertThat(log.lines("start", "")).isNotEmpty();
  }

  @Test
  void itIsItsOwnersAlone() throws IOException {
    log.await("start", "", 1);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(coordinator.server().data().resolve("audit.jsonl"))))
        .isEqualTo("rw-------");
  }
}
