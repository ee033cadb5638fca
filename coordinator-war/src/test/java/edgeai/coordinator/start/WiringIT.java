package edgeai.coordinator.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgeai.common.guard.Announcer;
import edgeai.common.guard.Failures;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.result.PostedFrames;
import edgeai.coordinator.result.ResultStage;
import edgeai.coordinator.result.RunningTotals;
import edgeai.coordinator.store.Database;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import javax.naming.InitialContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The packaged WAR inside a real Payara Micro: what only the container can show. */
@ExtendWith(ArquillianExtension.class)
class WiringIT {
  @Inject private Fleet fleet;
  @Inject private PostedFrames posted;
  @Inject private RunningTotals totals;
  @Inject private Database database;
  @Inject private Startup startup;
  @Inject private Announcer announcer;
  @Inject private Failures failures;
  @Inject private Listening listening;

  @Inject
  @Named("jobs")
  private ExecutorService jobs;

  @Inject
  @Named("dispatch")
  private ExecutorService dispatch;

  @Inject
  @Named("http")
  private ExecutorService http;

  @Inject
  @Named("pictures")
  private ExecutorService pictures;

  @Inject
  @Named("infer")
  private ExecutorService infer;

  @Deployment
  static WebArchive war() {
    return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/coordinator-war.war"));
  }

  @Test
  void theStartIsComplete() {
    assertTrue(startup.isReady());
    assertEquals(0, fleet.places(), "no local worker");
  }

  @Test
  void aStoredResultIsInTheTotalsAndTheDatabaseAtOnce() {
    long before = totals.summary().totalFrames();
    long frameId = Math.abs(System.nanoTime());
    posted.store(
        frameId, "w", List.of(new Detection("car", 0.9, new Box(1, 2, 3, 4))), 12.5, new byte[0]);
    ResultStage.Summary summary = totals.summary();
    assertEquals(before + 1, summary.totalFrames());
    assertEquals(
        List.of("w"),
        database.list(
            "select worker_id from other_result where frame_id = ?",
            row -> row.getString(1),
            frameId));
  }

  /** What this test's observers are told. */
  public record Rumour() {}

  /** Fails, and is told first. */
  @ApplicationScoped
  public static class Broken {
    void hear(@Observes @Priority(1) Rumour rumour) {
      throw new IllegalStateException("a bug");
    }
  }

  /** Is told afterwards. */
  @ApplicationScoped
  public static class Listening {
    private final AtomicInteger heard = new AtomicInteger();

    void hear(@Observes @Priority(2) Rumour rumour) {
      heard.incrementAndGet();
    }

    int heard() {
      return heard.get();
    }
  }

  @Test
  void anObserverThatFailsStopsNoOther() {
    announcer.announce(new Rumour());
    announcer.announce(new Rumour());

    assertEquals(2, listening.heard());
    assertEquals(2, failures.count("Broken on Rumour"));
  }

  @Test
  void theSchemaIsMigrated() {
    assertEquals(
        List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14"),
        database.list(
            "select \"version\" from \"flyway_schema_history\" where \"version\" is not null"
                + " order by \"installed_rank\"",
            row -> row.getString(1)));
  }

  @Test
  void whatWaitsHasVirtualThreadsAndWhatComputesThoseOfTheSystem() throws Exception {
    for (ExecutorService waiting : List.of(jobs, dispatch, pictures)) {
      assertTrue(waiting.submit(() -> Thread.currentThread().isVirtual()).get());
    }
    for (ExecutorService busy : List.of(http, infer)) {
      assertFalse(busy.submit(() -> Thread.currentThread().isVirtual()).get());
    }
    assertTrue(
        Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(false, false))
            .map(ThreadInfo::getThreadName)
            .anyMatch(name -> name.contains("java:app/concurrent/watch")));
  }

  @Test
  void aTaskOfAnyStageIsPartOfTheApplication() throws Exception {
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    for (ExecutorService stage : List.of(jobs, dispatch, http, pictures, infer)) {
      assertEquals(
          application, stage.submit(() -> Thread.currentThread().getContextClassLoader()).get());
      assertNotNull(stage.submit(() -> InitialContext.doLookup("java:app/concurrent/watch")).get());
    }
  }

  @Test
  @RunAsClient
  void theBootCommandsMovedThePlatformsOwnEndpoints(@ArquillianResource URL base)
      throws IOException, InterruptedException {
    assertEquals(200, get(base, "mp-health/ready").statusCode());
    assertEquals(200, get(base, "mp-metrics").statusCode());
    assertTrue(get(base, "health").body().contains("\"status\":\"ok\""));
    assertTrue(get(base, "metrics").body().contains("\"system_start_time\""));
  }

  @Test
  @RunAsClient
  void theServerListensOnLoopbackOnly(@ArquillianResource URL base) throws IOException {
    for (InetAddress address : InetAddress.getAllByName(InetAddress.getLocalHost().getHostName())) {
      if (!address.isLoopbackAddress()) {
        try (ServerSocket free = new ServerSocket()) {
          free.bind(new java.net.InetSocketAddress(address, base.getPort()));
          assertTrue(free.isBound(), "nobody else listens there");
        }
      }
    }
  }

  private static HttpResponse<String> get(URL base, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:%d/%s".formatted(base.getPort(), path));
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
