package edgeai.common.door;

import static edgeai.access.Role.NODE;
import static edgeai.access.Role.OPERATOR;
import static edgeai.access.Role.VIEWER;

import java.util.List;

/** The calls of an admin server. */
final class AdminWays {
  static final List<Way> ALL =
      List.of(
          Way.of("POST", "/register-camera", NODE),
          Way.of("GET", "/cameras", VIEWER, NODE),
          Way.routine("POST", "/heartbeat/{id}", NODE),
          Way.of("DELETE", "/cameras/{id}", OPERATOR, NODE),
          Way.routine("POST", "/camera-detection", NODE),
          Way.of("GET", "/detections", VIEWER),
          Way.of("GET", "/analytics", VIEWER, NODE),
          Way.of("POST", "/camera-control", OPERATOR),
          Way.routine("POST", "/camera-alerts", NODE),
          Way.of("GET", "/camera-alerts", VIEWER),
          Way.of("POST", "/camera-alerts/{alert_id}/acknowledge", OPERATOR),
          Way.of("GET", "/ws/cameras", VIEWER, NODE));

  private AdminWays() {}
}
