package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.access.Role;
import edgeai.access.Secret;
import edgeai.settings.Program;
import edgeai.systemtests.fixture.DoorMatrix;
import edgeai.systemtests.fixture.Doors;
import edgeai.systemtests.fixture.IdleCoordinator;
import edgeai.systemtests.fixture.Listener;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is let in at a coordinator, as what, and for how long. */
@OnServers
class CoordinatorDoorsIT {
  private final IdleCoordinator coordinator;
  private Doors doors;

  CoordinatorDoorsIT(IdleCoordinator coordinator) {
    this.coordinator = coordinator;
  }

  @BeforeEach
  void open() {
    doors = new Doors(coordinator.server());
  }

  @AfterEach
  void close() {
    doors.close();
  }

  @Test
  void everybodyMayDoWhatTheMatrixSaysAndNothingElse() {
    DoorMatrix.check(Program.COORDINATOR, doors);
  }

  @Test
  void aRefusalSaysWhatIsMissing() {
    Reply nobody = jobs(Optional.empty());
    assertThat(nobody.problem(401)).contains("send a token");
    assertThat(nobody.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"edge\"");
    Reply wrong = jobs(Optional.of(Secret.fresh()));
    assertThat(wrong.problem(401)).contains("revoked");
    assertThat(wrong.header("WWW-Authenticate")).contains("invalid_token");
    Reply node = jobs(Optional.of(doors.of(Role.NODE)));
    assertThat(node.header("WWW-Authenticate")).contains("insufficient_scope");
    assertThat(node.problem(403)).contains("token the-node", "role node");
  }

  private Reply jobs(Optional<Secret> token) {
    return coordinator.http().get("/jobs", Doors.headers(token));
  }

  @Test
  void whoAsksIsToldWhoTheyAre() {
    Reply token =
        coordinator.http().get("/whoami", Doors.headers(Optional.of(doors.of(Role.OPERATOR))));
    assertThat(token.object().getString("name")).isEqualTo("the-operator");
    assertThat(token.object().getJsonArray("roles").toString())
        .isEqualTo("[\"viewer\",\"operator\"]");
    Reply local = coordinator.http().get("/whoami");
    assertThat(local.object().getString("proof")).isEqualTo("local");
    assertThat(local.object().isNull("name")).isTrue();
  }

  @Test
  void whatIsOpenEndsWithTheToken() throws IOException {
    Secret token = doors.create("tv", Role.VIEWER);
    String[] headers = Doors.headers(Optional.of(token));
    try (Listener listener = Listener.with(coordinator.server(), "/ws/events", headers);
        InputStream stream =
            coordinator
                .http()
                .open("GET", "/video-stream", BodyPublishers.noBody(), headers)
                .body()) {
      CompletableFuture<Long> ended = CompletableFuture.supplyAsync(() -> readToEnd(stream));
      assertThat(listener.isClosed()).isFalse();

      doors.revoke("tv");

      await().atMost(Duration.ofSeconds(1)).until(() -> listener.isClosed() && ended.isDone());
      assertThat(listener.awaitClosed()).isEqualTo(1008);
      assertThat(doors.status("GET", "/jobs", Optional.of(token))).isEqualTo(401);
    }
  }

  @Test
  void aNodeIsOutOfThePoolWithItsToken() {
    Secret token = doors.create("laptop-7", Role.NODE);
    String[] headers = Doors.headers(Optional.of(token));
    coordinator
        .http()
        .post(
            "/register-worker",
            "application/json",
            "{\"worker_id\":\"l7\",\"hostname\":\"l7\",\"ip_address\":\"10.0.0.7\",\"port\":9001}"
                .getBytes(StandardCharsets.UTF_8),
            headers)
        .expect(201);
    assertThat(coordinator.http().get("/workers").text()).contains("\"l7\"");

    doors.revoke("laptop-7");

    await()
        .atMost(Duration.ofSeconds(1))
        .until(() -> !coordinator.http().get("/workers").text().contains("\"l7\""));
    assertThat(doors.status("POST", "/heartbeat/l7", Optional.of(token))).isEqualTo(401);
  }

  @Test
  void whoLogsInIsKnownUntilTheyLogOut() {
    doors.createAccount("anna", Role.OPERATOR, "correct horse");
    try {
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> login("anna", "correct horse").status() == 200);
      Reply wrong = login("anna", "wrong horse");
      assertThat(wrong.problem(401)).isEqualTo("User or password is wrong.");
      Reply right = login("anna", "correct horse");
      assertThat(right.object().getJsonArray("roles").toString())
          .isEqualTo("[\"viewer\",\"operator\"]");
      String cookie = right.header("Set-Cookie");
      assertThat(cookie).contains("; HttpOnly; SameSite=Strict").doesNotContain("Secure");
      String[] headers = withCookie(cookie.split(";")[0]);
      assertThat(coordinator.http().get("/jobs", headers).status()).isEqualTo(200);
      String[] foreign = Arrays.copyOf(headers, headers.length + 2);
      foreign[headers.length] = "Sec-Fetch-Site";
      foreign[headers.length + 1] = "same-site";
      assertThat(coordinator.http().get("/jobs", foreign).status()).isEqualTo(401);

      try (Listener listener = Listener.with(coordinator.server(), "/ws/events", headers)) {
        coordinator.http().send("POST", "/logout", BodyPublishers.noBody(), headers).expect(204);
        assertThat(listener.awaitClosed()).isEqualTo(1008);
      }
      assertThat(coordinator.http().get("/jobs", headers).status()).isEqualTo(401);
    } finally {
      doors.removeAccount("anna");
    }
  }

  private Reply login(String user, String password) {
    return coordinator
        .http()
        .post("/login", "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, password));
  }

  private static String[] withCookie(String cookie) {
    String[] elsewhere = Doors.headers(Optional.empty());
    return new String[] {elsewhere[0], elsewhere[1], "Cookie", cookie};
  }

  private static long readToEnd(InputStream stream) {
    try {
      return stream.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      return -1;
    }
  }
}
