package edgeai.systemtests;

import static edgeai.systemtests.fixture.CameraClient.newId;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.AdminServer;
import edgeai.systemtests.fixture.CameraClient;
import edgeai.systemtests.fixture.DashboardPages;
import edgeai.systemtests.fixture.ExpositionText;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Reply;
import edgeai.systemtests.fixture.Shape;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The admin server as a whole by plain HTTP: health, metrics, dashboard, and what it does not take.
 */
@OnServers
@Timeout(200)
class AdminContractIT {
  private final AdminServer admin;
  private final Http http;
  private final CameraClient cameras;

  AdminContractIT(AdminServer admin) {
    this.admin = admin;
    this.http = admin.http();
    this.cameras = new CameraClient(http);
  }

  @Test
  void isHealthy() {
    assertThat(http.get("/health").expect(200, Shape.of("status:text")).getString("status"))
        .isEqualTo("ok");
    assertThat(http.get("/mp-health/ready").expect(200).object().getString("status"))
        .isEqualTo("UP");
  }

  @Test
  void whoKnocksWhileItStartsIsRefusedOrAnswered() {
    admin.knocked().requireRefusedOrAnswered();
  }

  @Test
  void showsItsMetricsInBothFaces() {
    cameras.register(newId());
    JsonObject metrics =
        http.get("/metrics")
            .expect(
                200,
                Shape.of(
                    "cameras:object",
                    "events_total:integer",
                    "websocket_clients:integer",
                    "system_start_time:instant"));
    JsonObject counts = metrics.getJsonObject("cameras");
    assertThat(counts.getInt("total"))
        .isPositive()
        .isEqualTo(counts.getInt("active") + counts.getInt("offline"));
    Reply text = http.get("/metrics", "Accept", "text/plain").expect(200);
    assertThat(text.header("Content-Type")).startsWith("text/plain");
    ExpositionText exposition = new ExpositionText(text.text());
    assertThat(exposition.faults()).isEmpty();
    assertThat(exposition.value("edge_events_total"))
        .hasValue((double) metrics.getInt("events_total"));
    http.get("/mp-metrics", "Accept", "text/plain").expect(200);
  }

  @Test
  void theDashboardIsServedAsABrowserNeedsIt() {
    DashboardPages pages = new DashboardPages(http);
    pages.assertThatAllRoutesAreThePage();
    pages.assertThatThePolicyIsStrict();
    pages.assertThatFilesAreKeptForEver();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/cameras/x/y", "/ws/nothing", "/index.html"})
  void aPathThatDoesNotExistIsAProblem(String path) {
    http.get(path, "Accept", "text/html").problem(404);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /cameras",
    "GET, /register-camera",
    "GET, /heartbeat/x",
    "GET, /camera-detection",
    "POST, /analytics",
    "GET, /camera-control",
    "DELETE, /camera-alerts",
    "POST, /detections"
  })
  void aMethodThatIsNotTakenIsAProblem(String method, String path) {
    http.send(method, path, BodyPublishers.noBody()).problem(405);
  }
}
