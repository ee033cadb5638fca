package edgeai.common.door;

import java.util.List;

/** The calls of servers that have a dashboard. */
final class PeoplesWays {
  static final List<Way> ALL =
      List.of(
          Way.open("POST", "/join"),
          Way.open("GET", "/login"),
          Way.open("GET", "/login/oidc"),
          Way.open("GET", "/login/oidc/callback"),
          Way.open("GET", "/"),
          Way.open("GET", "/dashboard"),
          Way.open("GET", "/dashboard/**"),
          Way.open("GET", "/openapi.json"),
          Way.open("GET", "/docs"),
          Way.open("GET", "/docs/**"),
          Way.open("GET", "/redoc"));

  private PeoplesWays() {}
}
