package edgeai.common.edge;

import edgeai.common.audit.AuditTrail;
import edgeai.common.connection.ClientPresence;
import edgeai.common.connection.ConnectionBounds;
import edgeai.common.door.AuditFilter;
import edgeai.common.door.Door;
import edgeai.common.door.DoorFilter;
import edgeai.common.door.Joining;
import edgeai.common.door.Logins;
import edgeai.common.door.OidcDoor;
import edgeai.common.door.OpenWays;
import edgeai.common.guard.Schedule;
import edgeai.common.metrics.BuildFigures;
import edgeai.common.metrics.DiskFigures;
import edgeai.common.network.OwnAddress;
import edgeai.common.network.Places;
import edgeai.common.settings.ServerSource;
import edgeai.common.trace.TraceFigures;
import edgeai.settings.ServerCatalogue;
import edgeai.settings.SettingReader;
import edgeai.settings.StartRefusal;
import edgeai.settings.WorkerCatalogue;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one filter of the edge that the container knows, and the order of those behind it. Each
 * {@code web.xml} maps it before any other filter, which annotations could not.
 */
public class EdgeFilter implements Filter {
  /** Of the 200 threads that the container has for requests. */
  private static final int IN_WORK = 160;

  private static final int IN_WORK_OF_ONE = 96;
  private static final int STREAMS = 32;
  private static final int STREAMS_OF_ONE = 16;

  @Inject private OwnAddress address;
  @Inject private Door door;
  @Inject private OpenWays ways;
  @Inject private OidcDoor oidc;
  @Inject private AuditTrail trail;
  @Inject private Schedule schedule;
  @Inject private ConnectionBounds connections;
  @Inject private ClientPresence clients;
  @Inject private Logins logins;
  @Inject private Joining joining;

  private final TraceFilter traces = new TraceFilter();
  private List<Filter> steps;

  @Override
  public void init(FilterConfig config) {
    SettingReader settings = StartRefusal.unless(ServerSource::reader);
    Places work = new Places(IN_WORK, IN_WORK_OF_ONE);
    Places streams = new Places(STREAMS, STREAMS_OF_ONE);
    BodyWay way = new BodyWay(BodyBudget.ofThisProcess(), work);
    CorsPolicy pages =
        new CorsPolicy(settings.find(ServerCatalogue.CORS_ORIGINS).orElse(List.of()));
    steps =
        List.of(
            new AnswerFilter(),
            new LengthFilter(),
            new AuditFilter(door, trail),
            new HostFilter(new HostPolicy(address.isLoopback(), known(settings))),
            new PageFilter(pages),
            new WorkFilter(work),
            new DoorFilter(door, ways),
            new HandshakeFilter(),
            new TypeFilter(),
            new RootFilter(),
            new BodyFilter(way, streams));
    schedule.every(
        "look at bodies on their way", Duration.ofSeconds(BodyPace.LOOK_SECONDS), way::look);
    connections.watch(schedule);
    BuildFigures.register(config.getServletContext());
    DiskFigures.register(settings.value(ServerCatalogue.DATA_DIR));
    EdgeMetrics.bodies(way, streams);
    EdgeMetrics.clients(clients);
    EdgeMetrics.audit(trail);
    trail.begin();
    EdgeMetrics.door(logins, joining, ways);
    EdgeMetrics.logins(oidc);
    EdgeMetrics.traces(TraceFigures.OF_PROCESS);
    oidc.begin();
  }

  private List<String> known(SettingReader settings) {
    return Stream.of(
            settings.find(ServerCatalogue.ALLOWED_HOSTS).orElse(List.of()).stream(),
            settings.given(WorkerCatalogue.ADVERTISE_ADDRESS).stream(),
            Stream.of(address.host()))
        .flatMap(names -> names)
        .toList();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    clients.begin(request);
    try {
      FilterChain traced = (asked, answer) -> traces.doFilter(asked, answer, chain);
      if (request.getDispatcherType() == DispatcherType.ASYNC) {
        BodyArrival.of(request).doFilter(request, response, traced);
      } else {
        from(0, request, response, traced);
      }
    } finally {
      clients.end();
    }
  }

  private void from(int step, ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (step == steps.size()) {
      chain.doFilter(request, response);
    } else {
      steps
          .get(step)
          .doFilter(request, response, (asked, answer) -> from(step + 1, asked, answer, chain));
    }
  }
}
