package edgeai.common.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import edgeai.common.error.ClientGone;
import edgeai.common.error.Conflict;
import edgeai.common.error.Forbidden;
import edgeai.common.error.InvalidInput;
import edgeai.common.error.Malformed;
import edgeai.common.error.NeighbourFailed;
import edgeai.common.error.NotFound;
import edgeai.common.error.NotStored;
import edgeai.common.error.Refusal;
import edgeai.common.error.TooLarge;
import edgeai.common.error.TooMany;
import edgeai.common.error.TooSlow;
import edgeai.common.error.Unavailable;
import edgeai.common.error.UnsupportedMedia;
import edgeai.common.fixture.QuietLog;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(QuietLog.class)
class ProblemTest {
  private static JsonObject json(Object entity) {
    try (var reader = Json.createReader(new StringReader((String) entity))) {
      return reader.readObject();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, Bad Request",
    "404, Not Found",
    "409, Conflict",
    "413, *",
    "422, Unprocessable Content",
    "503, Service Unavailable",
    "599, Error"
  })
  void aProblemIsWrittenAsRfc9457HasIt(int status, String title) {
    JsonObject problem = json(new Problem(status, "n is \"missing\".").toJson());

    assertThat(problem).containsOnlyKeys("type", "title", "status", "detail");
    assertThat(problem.getString("type")).isEqualTo("about:blank");
    assertThat(problem.getInt("status")).isEqualTo(status);
    assertThat(problem.getString("detail")).isEqualTo("n is \"missing\".");
    assertThat(problem.getString("title")).matches(title.equals("*") ? ".+" : title);
  }

  @Test
  void itsResponseHasTheProblemsMediaType() {
    Response response = new Problem(404, "There is none.").toResponse();

    assertThat(response.getStatus()).isEqualTo(404);
    assertThat(response.getHeaderString("Content-Type")).isEqualTo("application/problem+json");
    assertThat(json(response.getEntity()).getString("detail")).isEqualTo("There is none.");
  }

  static Stream<Arguments> statuses() {
    return Stream.of(
        arguments(new Malformed("d"), 400),
        arguments(new Forbidden("d"), 403),
        arguments(new NotFound("d"), 404),
        arguments(new Conflict("d"), 409),
        arguments(new ClientGone("d"), 400),
        arguments(new TooSlow("d"), 408),
        arguments(new TooLarge("d"), 413),
        arguments(new UnsupportedMedia("d"), 415),
        arguments(new InvalidInput("d"), 422),
        arguments(new TooMany("d", 1), 429),
        arguments(new NeighbourFailed("d"), 502),
        arguments(new Unavailable("d", 1), 503),
        arguments(new NotStored("d"), 507));
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void eachKindOfRefusalHasItsStatus(Refusal refusal, int status) {
    Response response = new RefusalMapper().toResponse(refusal);

    assertThat(Problem.of(refusal)).isEqualTo(new Problem(status, "d"));
    assertThat(response.getStatus()).isEqualTo(status);
    assertThat(response.getHeaderString("Content-Type")).isEqualTo("application/problem+json");
    assertThat(json(response.getEntity()).getString("detail")).isEqualTo("d");
    assertThat(response.getHeaders().containsKey("Retry-After"))
        .isEqualTo(refusal.retryAfter().isPresent());
  }

  @Test
  void noKindIsLeftOut() {
    Stream<Class<?>> told = statuses().map(kind -> kind.get()[0].getClass());

    assertThat(told).containsExactlyInAnyOrder(Refusal.class.getPermittedSubclasses());
  }

  @Test
  void whoIsRefusedForNowLearnsWhenToComeBack() {
    Response response = new RefusalMapper().toResponse(new Unavailable("The pool is full.", 60));

    assertThat(response.getHeaderString("Retry-After")).isEqualTo("60");
  }

  @Test
  void whatTheContainerThrowsBecomesAProblem() {
    ProblemMapper mapper = new ProblemMapper();

    assertThat(json(mapper.toResponse(new NotFoundException()).getEntity()).getString("detail"))
        .isEqualTo("There is nothing at this path.");
    assertThat(json(mapper.toResponse(new NotSupportedException()).getEntity()).getInt("status"))
        .isEqualTo(415);
    assertThat(mapper.toResponse(new NotAllowedException("GET")).getHeaderString("Allow"))
        .contains("GET");
  }

  @Test
  void anUnforeseenFailureTellsNothingOfTheInside() {
    Response response = new ProblemMapper().toResponse(new IllegalStateException("secret"));

    assertThat(response.getStatus()).isEqualTo(500);
    assertThat((String) response.getEntity()).doesNotContain("secret", "Exception");
  }
}
