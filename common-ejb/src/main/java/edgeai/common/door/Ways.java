package edgeai.common.door;

import static edgeai.access.Role.ADMIN;
import static edgeai.access.Role.NODE;
import static edgeai.access.Role.VIEWER;

import edgeai.settings.Program;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All calls of one server and who may make them. What is not among them is for admins alone, who
 * are told that there is nothing.
 */
public final class Ways {
  /** What every server has. */
  private static final List<Way> COMMON =
      List.of(
          Way.open("GET", "/health"),
          Way.open("GET", "/mp-health/**"),
          Way.of("GET", "/whoami", VIEWER, NODE),
          Way.open("POST", "/login"),
          Way.open("POST", "/logout"),
          Way.of("GET", "/metrics", VIEWER),
          Way.of("GET", "/mp-metrics/**", VIEWER));

  private static final Way ELSEWHERE = Way.of("*", "/**", ADMIN);

  private static final List<Way> WORKER =
      List.of(
          Way.routine("POST", "/process-frame", NODE), Way.routine("POST", "/process-piece", NODE));

  private final List<Way> all;
  private final Map<String, List<WayPattern>> byMethod;

  private Ways(Stream<Way> own) {
    this.all = Stream.concat(COMMON.stream(), own).toList();
    // the most fixed of those that match comes first
    this.byMethod =
        all.stream()
            .map(WayPattern::new)
            .sorted(Comparator.comparingLong(WayPattern::fixedParts).reversed())
            .collect(Collectors.groupingBy(pattern -> pattern.way().method()));
  }

  /**
   * @param program a server
   */
  public static Ways of(Program program) {
    return new Ways(
        switch (program) {
          case COORDINATOR -> Stream.concat(PeoplesWays.ALL.stream(), CoordinatorWays.ALL.stream());
          case ADMIN -> Stream.concat(PeoplesWays.ALL.stream(), AdminWays.ALL.stream());
          case WORKER, CAMERA -> WORKER.stream();
          case COMMAND -> throw new IllegalArgumentException("the command has no doors");
        });
  }

  public List<Way> all() {
    return all;
  }

  /**
   * The one that a request takes.
   *
   * @param uri the path as it was sent
   */
  public Way taken(String method, String uri) {
    Optional<List<String>> path = RequestPath.of(uri);
    if (path.isPresent()) {
      for (WayPattern pattern :
          byMethod.getOrDefault(method.equals("HEAD") ? "GET" : method, List.of())) {
        if (pattern.matches(path.get())) {
          return pattern.way();
        }
      }
    }
    return ELSEWHERE;
  }
}
