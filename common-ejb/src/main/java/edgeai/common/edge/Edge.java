package edgeai.common.edge;

import edgeai.common.door.Door;
import edgeai.common.door.DoorFilter;
import edgeai.common.door.OpenWays;
import edgeai.common.network.OwnAddress;
import edgeai.common.settings.ServerSource;
import edgeai.settings.ServerCatalogue;
import edgeai.settings.SettingReader;
import edgeai.settings.StartRefusal;
import edgeai.settings.WorkerCatalogue;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one filter of the edge that the container knows, and the order of those behind it. Each
 * {@code web.xml} maps it before any other filter, which annotations could not.
 */
public class Edge implements Filter {
  @Inject private OwnAddress address;
  @Inject private Door door;
  @Inject private OpenWays ways;

  private List<Filter> steps;

  @Override
  public void init(FilterConfig config) {
    SettingReader settings = StartRefusal.unless(ServerSource::reader);
    CorsPolicy pages =
        new CorsPolicy(settings.find(ServerCatalogue.CORS_ORIGINS).orElse(List.of()));
    steps =
        List.of(
            new AnswerFilter(),
            new HostFilter(new HostPolicy(address.isLoopback(), known(settings))),
            new PageFilter(pages),
            new DoorFilter(door, ways),
            new RootFilter());
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
    from(0, request, response, chain);
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
