package edgeai.coordinator.dispatch;

import edgeai.common.door.Bearer;
import edgeai.common.log.LogContext;
import edgeai.common.network.Authority;
import edgeai.common.network.HttpCalls;
import edgeai.common.settings.ServerTls;
import edgeai.common.wire.TraceParent;
import edgeai.common.wire.WorkerRegistration;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.settings.tls.Pins;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/**
 * The way to workers over HTTP, the same for frames and for pieces. A connection that is refused is
 * tried a second time by the client itself.
 */
@ApplicationScoped
public class WorkerConnections {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

  private final Executor threads;
  private final HttpCalls http;

  /**
   * @param threads on which the client takes its steps
   * @param fleet whose workers said by which certificates they are known
   */
  @Inject
  public WorkerConnections(@Named("http") ExecutorService threads, Fleet fleet) {
    this(threads, new WorkerPins(fleet::nodes));
  }

  WorkerConnections(ExecutorService threads, Pins known) {
    this.threads = threads;
    this.http =
        new HttpCalls(
            () ->
                HttpClient.newBuilder()
                    .sslContext(ServerTls.clients(known))
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .executor(threads)
                    .build());
  }

  /** For the container's proxy. */
  WorkerConnections() {
    this.threads = null;
    this.http = null;
  }

  HttpCalls http() {
    return http;
  }

  /** Those of the client: what follows from an answer may be done on them. */
  Executor threads() {
    return threads;
  }

  /** What a worker knows its coordinator by, where it said so. */
  static HttpRequest.Builder signed(HttpRequest.Builder request, WorkerNode worker) {
    String token = worker.registration().frameToken();
    return token == null ? request : request.setHeader("Authorization", Bearer.header(token));
  }

  /** Says which step of which trace the call is, where it is any. */
  static void traced(HttpRequest.Builder request) {
    TraceParent trace = LogContext.current().trace();
    if (trace != null) {
      request.setHeader(TraceParent.HEADER, trace.written());
    }
  }

  /** Where a worker takes what is sent to it. */
  static URI address(WorkerNode worker, String path) {
    WorkerRegistration there = worker.registration();
    String scheme = there.speaksTls() ? "https://" : "http://";
    return URI.create(scheme + Authority.of(there.ipAddress(), there.port()) + path);
  }
}
