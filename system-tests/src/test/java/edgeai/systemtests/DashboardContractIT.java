package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.DashboardPages;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

/** The coordinator hands out its dashboard; a worker has none. */
@OnServers
class DashboardContractIT {
  private final Http http;
  private final Http worker;
  private final DashboardPages pages;

  DashboardContractIT(Pool pool) {
    http = pool.http();
    worker = pool.workers().get(0).http();
    pages = new DashboardPages(http);
  }

  @Test
  void allRoutesAreThePage() {
    pages.assertThatAllRoutesAreThePage();
  }

  @Test
  void thePolicyIsStrict() {
    pages.assertThatThePolicyIsStrict();
  }

  @Test
  void filesAreKeptForEver() {
    pages.assertThatFilesAreKeptForEver();
  }

  @Test
  void aWorkerHasNone() {
    worker.get("/").problem(404);
    worker.get("/dashboard/").problem(404);
  }

  @Test
  void everyAnswerSaysWhenItWasMade() {
    Reply reply = http.get("/health").expect(200);
    Instant made =
        ZonedDateTime.parse(reply.header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    assertThat(made).isBetween(Instant.now().minus(Duration.ofSeconds(5)), Instant.now());
  }
}
