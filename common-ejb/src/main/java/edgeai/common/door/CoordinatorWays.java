package edgeai.common.door;

import static edgeai.access.Role.ADMIN;
import static edgeai.access.Role.NODE;
import static edgeai.access.Role.OPERATOR;
import static edgeai.access.Role.VIEWER;

import java.util.List;

/** The calls of a coordinator. */
final class CoordinatorWays {
  static final List<Way> ALL =
      List.of(
          Way.of("GET", "/workers", VIEWER),
          Way.of("POST", "/register-worker", NODE),
          Way.of("POST", "/workers/register", NODE),
          Way.routine("POST", "/heartbeat/{id}", NODE),
          Way.routine("POST", "/workers/{id}/heartbeat", NODE),
          Way.of("POST", "/workers/{id}/pardon", OPERATOR),
          Way.of("DELETE", "/workers/{id}", OPERATOR, NODE),
          Way.of("POST", "/upload-video", OPERATOR),
          Way.of("GET", "/video-stream", VIEWER),
          Way.of("GET", "/jobs", VIEWER),
          Way.of("GET", "/jobs/{id}", VIEWER),
          Way.of("DELETE", "/jobs/{id}", OPERATOR),
          Way.of("GET", "/jobs/{id}/frames", VIEWER),
          Way.of("GET", "/jobs/{id}/frames/{frame_id}/image", VIEWER),
          Way.of("POST", "/jobs/{id}/frames/{frame_id}/links", OPERATOR),
          Way.of("DELETE", "/links", ADMIN),
          Way.open("GET", "/share/{link}"),
          Way.open("GET", "/share/{link}/image"),
          Way.of("GET", "/jobs/{id}/results", VIEWER),
          Way.of("GET", "/jobs/{id}/timeline", VIEWER),
          Way.of("GET", "/ledger", VIEWER),
          Way.routine("POST", "/process-frame", OPERATOR, NODE),
          Way.routine("POST", "/detect", OPERATOR),
          Way.routine("POST", "/frame-result", NODE),
          Way.routine("POST", "/results", NODE),
          Way.of("GET", "/results", VIEWER),
          Way.of("GET", "/results/summary", VIEWER),
          Way.of("GET", "/results/frames", VIEWER),
          Way.of("GET", "/results/frames/{frame_id}", VIEWER),
          Way.routine("POST", "/alerts", NODE),
          Way.of("GET", "/alerts", VIEWER),
          Way.of("POST", "/alerts/{alert_id}/acknowledge", OPERATOR),
          Way.of("GET", "/queue/stats", VIEWER),
          Way.routine("POST", "/queue/acknowledge/{task_id}", NODE),
          Way.of("GET", "/admin-analytics", VIEWER),
          Way.of("GET", "/model", VIEWER, NODE),
          Way.of("PUT", "/model", OPERATOR),
          Way.of("GET", "/model/{sha256}", VIEWER, NODE),
          Way.of("GET", "/models", VIEWER, NODE),
          Way.of("POST", "/models", OPERATOR),
          Way.of("DELETE", "/models/{sha256}", OPERATOR),
          Way.of("POST", "/models/{sha256}/bench", OPERATOR),
          Way.of("GET", "/ws/events", VIEWER));

  private CoordinatorWays() {}
}
