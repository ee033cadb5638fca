package edgeai.common.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.access.Role;
import edgeai.common.audit.AuditNote;
import edgeai.common.audit.AuditPlace;
import edgeai.common.audit.AuditTrail;
import edgeai.common.door.Asker.Proof;
import edgeai.common.fixture.MutableClock;
import edgeai.settings.Program;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditFilterTest {
  private static final FilterChain NOTHING = (request, response) -> {};

  @TempDir private Path folder;
  private final MutableClock clock = new MutableClock();
  private AuditTrail trail;
  private AuditFilter filter;

  @BeforeEach
  void open() {
    Door door =
        new Door(
            new DoorSettings(
                Program.COORDINATOR, "0.0.0.0", folder, folder.resolve("access"), false, List.of()),
            new OwnSecret(),
            clock);
    trail = new AuditTrail(new AuditPlace(folder, "coordinator"), null, null, clock);
    filter = new AuditFilter(door, trail);
  }

  private static HttpServletResponse answer(int status) {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            AuditFilterTest.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, called, arguments) -> status);
  }

  private static Asker anna() {
    return new Asker(Proof.ACCOUNT, "anna", "10.0.0.7", Optional.of(Role.OPERATOR), "hash");
  }

  private List<String> lines() throws Exception {
    trail.close();
    StringBuilder all = new StringBuilder();
    for (String name : List.of("audit.jsonl", "audit-refused.jsonl")) {
      if (Files.exists(folder.resolve(name))) {
        all.append(Files.readString(folder.resolve(name)));
      }
    }
    return all.toString().lines().filter(line -> !line.contains("\"what\":\"end\"")).toList();
  }

  private void send(HttpServletRequest request, int status) throws Exception {
    filter.doFilter(request, answer(status), NOTHING);
  }

  @Test
  void itSaysWhoDidWhatFromWhere() throws Exception {
    HttpServletRequest request =
        new TestRequest("DELETE", "/jobs/a1b2%20c")
            .from("10.0.0.7")
            .with("X-Forwarded-For", "203.0.113.9")
            .made();
    filter.doFilter(
        request, answer(200), (asked, response) -> anna().attachTo((HttpServletRequest) asked));

    assertThat(lines())
        .singleElement()
        .asString()
        .contains("\"who\":\"anna\",\"proof\":\"account\",\"role\":\"operator\"")
        .contains("\"from\":\"10.0.0.7\",\"forwarded_for\":\"203.0.113.9\"")
        .contains("\"what\":\"DELETE /jobs/{id}\",\"thing\":\"a1b2 c\",\"status\":200");
  }

  @Test
  void aCallSaysWhatItsPathDoesNot() throws Exception {
    filter.doFilter(
        new TestRequest("POST", "/register-worker").made(),
        answer(201),
        (asked, response) -> {
          AuditNote.about(asked, "worker-7");
          AuditNote.detail(asked, "with a token");
        });

    assertThat(lines())
        .singleElement()
        .asString()
        .contains("\"what\":\"POST /register-worker\",\"thing\":\"worker-7\"")
        .contains("\"detail\":\"with a token\"");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /heartbeat/w1, 200, 0",
    "POST, /results, 201, 0",
    "POST, /process-frame, 200, 0",
    "GET, /jobs, 200, 0",
    "GET, /jobs, 401, 0",
    "HEAD, /jobs, 404, 0",
    "POST, /heartbeat/w1, 401, 1",
    "POST, /heartbeat/w1, 403, 1",
    "POST, /heartbeat/w1, 404, 0",
    "POST, /upload-video, 415, 1",
    "POST, /login, 200, 1",
    "POST, /login, 429, 1",
    "POST, /logout, 204, 1",
    "PATCH, /nothing, 404, 1"
  })
  void whatChangesSomethingIsNotedAndWhatIsRoutineOnlyWhereItIsRefused(
      String method, String path, int status, int noted) throws Exception {
    send(new TestRequest(method, path).from("10.0.0.7").made(), status);
    assertThat(lines()).hasSize(noted);
  }

  @Test
  void aTokenThatCountsForNothingIsNotedWhateverItWasSentFor() throws Exception {
    send(TestRequest.get().with("Authorization", "Bearer edge_secret").made(), 401);

    assertThat(lines())
        .singleElement()
        .asString()
        .contains("with a token that counts for nothing")
        .doesNotContain("edge_secret");
  }

  @Test
  void aPageOfStrangersIsNamed() throws Exception {
    send(
        new TestRequest("POST", "/upload-video").with("Origin", "https://evil.example\n").made(),
        403);
    assertThat(lines())
        .singleElement()
        .asString()
        .contains("\"detail\":\"from a page of https://evil.example<000a>\"");
  }

  @Test
  void whatFailsIsNotedAndFailsAllTheSame() throws Exception {
    assertThatThrownBy(
            () ->
                filter.doFilter(
                    new TestRequest("DELETE", "/jobs/a1").made(),
                    answer(200),
                    (asked, response) -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    assertThat(lines()).singleElement().asString().contains("\"status\":500");
  }
}
