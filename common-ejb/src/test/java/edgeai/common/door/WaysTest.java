package edgeai.common.door;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.access.Role;
import edgeai.settings.Program;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaysTest {
  private final Ways ways = Ways.of(Program.COORDINATOR);

  @ParameterizedTest
  @CsvSource({
    "GET, /jobs, /jobs",
    "HEAD, /jobs, /jobs",
    "GET, /jobs/a%2Fb, /jobs/{id}",
    "GET, /jobs/a%20b+c, /jobs/{id}",
    "GET, /jobs/x/frames/7/image, /jobs/{id}/frames/{frame_id}/image",
    "GET, /results/frames, /results/frames",
    "GET, /results/frames/7, /results/frames/{frame_id}",
    "GET, /, /",
    "GET, /dashboard, /dashboard",
    "GET, /dashboard/, /dashboard",
    "GET, /jobs/, /jobs",
    "GET, /dashboard/jobs/7/x.js, /dashboard/**",
    "GET, /mp-metrics, /mp-metrics/**",
    "GET, /mp-metrics/base, /mp-metrics/**",
    "POST, /workers/register, /workers/register",
    "POST, /workers/a/heartbeat, /workers/{id}/heartbeat"
  })
  void aRequestTakesTheWayThatItsPathSays(String method, String uri, String pattern) {
    assertThat(ways.taken(method, uri).pattern()).isEqualTo(pattern);
  }

  /** What servlets and resources might see differently is for those who may do everything. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "//jobs",
        "/jobs//frames",
        "/dashboard/../mp-metrics",
        "/dashboard/%2E%2E/mp-metrics",
        "/dashboard/..%2Fmp-metrics",
        "/dashboard/..;x/mp-metrics",
        "/dashboard/%2e/%2e%2e/video-stream",
        "/dashboard/a%5C..%5Cx",
        "/dashboard/%zz",
        "/dashboard/%",
        "/dashboard/a%00b",
        "/dashboard//",
        "/dashboard//x",
        "/JOBS",
        "/mp-metricsx",
        "/dashboardx",
        "/;x/jobs",
        "jobs",
        "*"
      })
  void whatCanBeTakenForAnotherPathIsForAdminsAlone(String uri) {
    Way way = ways.taken("GET", uri);

    assertThat(way.roles()).containsExactly(Role.ADMIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATCH", "TRACE", "OPTIONS", "CONNECT", "get", "PROPFIND"})
  void whatNoCallHasIsForAdminsAlone(String method) {
    assertThat(ways.taken(method, "/jobs").roles()).containsExactly(Role.ADMIN);
  }

  @Test
  void parametersOfAPathAreNotPartOfIt() {
    assertThat(ways.taken("GET", "/jobs;x=1/7;y").pattern()).isEqualTo("/jobs/{id}");
  }

  @ParameterizedTest
  @EnumSource(
      value = Program.class,
      names = {"COORDINATOR", "ADMIN", "WORKER", "CAMERA"})
  void nobodyGetsInButWhereItIsMeant(Program server) {
    Asker nobody = Asker.nobody("10.0.0.7");
    assertThat(Ways.of(server).all().stream().filter(way -> way.admits(nobody)))
        .extracting(Way::pattern)
        .isSubsetOf(
            Set.of(
                "/",
                "/share/{link}",
                "/share/{link}/image",
                "/login/oidc",
                "/login/oidc/callback",
                "/health",
                "/mp-health/**",
                "/dashboard",
                "/dashboard/**",
                "/openapi.json",
                "/docs",
                "/docs/**",
                "/redoc",
                "/login",
                "/logout",
                "/join"));
  }

  @Test
  void aRoleMayWhatItIsFor() {
    Asker operator = new Asker(Asker.Proof.TOKEN, "10.0.0.7", Optional.of(Role.OPERATOR));
    Asker node = new Asker(Asker.Proof.TOKEN, "10.0.0.7", Optional.of(Role.NODE));

    assertThat(ways.taken("GET", "/jobs").admits(operator)).isTrue();
    assertThat(ways.taken("GET", "/jobs").admits(node)).isFalse();
    assertThat(ways.taken("POST", "/results").admits(operator)).isFalse();
    assertThat(ways.taken("POST", "/results").admits(node)).isTrue();
    assertThat(ways.taken("GET", "/model").admits(node)).isTrue();
  }
}
