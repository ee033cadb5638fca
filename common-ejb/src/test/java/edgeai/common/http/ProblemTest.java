package edgeai.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.PlainResponses;
import edgeai.common.fixture.Problems;
import edgeai.common.fixture.Problems.Refused;
import edgeai.common.fixture.QuietLog;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith({PlainResponses.class, QuietLog.class})
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

  @Test
  void eachKindHasItsStatus() {
    assertThat(Problem.badRequest("d").getResponse().getStatus()).isEqualTo(400);
    assertThat(Problem.notFound("d").getResponse().getStatus()).isEqualTo(404);
    assertThat(Problem.conflict("d").getResponse().getStatus()).isEqualTo(409);
    assertThat(Problem.tooLarge("d").getResponse().getStatus()).isEqualTo(413);
    assertThat(Problem.unprocessable("d")).hasMessage("d");
    assertThat(
            Problems.of(
                () -> {
                  throw Problem.unprocessable("d");
                }))
        .isEqualTo(new Refused(422, "d"));
  }

  @Test
  void whoIsRefusedForNowLearnsWhenToComeBack() {
    Response response = Problem.unavailable("The pool is full.", 60).getResponse();

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeaderString("Retry-After")).isEqualTo("60");
    assertThat(json(response.getEntity()).getString("detail")).isEqualTo("The pool is full.");
  }

  @Test
  void aThrownProblemIsAnsweredAsItIs() {
    WebApplicationException thrown = Problem.unavailable("The pool is full.", 60);

    assertThat(new ProblemMapper().toResponse(thrown)).isSameAs(thrown.getResponse());
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
