package edgeai.common.edge;

import edgeai.common.audit.AuditTrail;
import edgeai.common.connection.ClientPresence;
import edgeai.common.door.Joining;
import edgeai.common.door.Logins;
import edgeai.common.door.OidcDoor;
import edgeai.common.door.OpenWays;
import edgeai.common.metrics.Figures;
import edgeai.common.network.Places;
import edgeai.common.trace.TraceFigures;

/** What is held and refused at the edge, for Prometheus. */
final class EdgeMetrics {
  private EdgeMetrics() {}

  static void bodies(BodyWay way, Places streams) {
    Places work = way.places();
    Figures.gauge("edge_requests_in_work", "Requests that a thread works on.", work::taken);
    Figures.gauge(
        "edge_bodies_held", "Bodies in memory or on their way there.", way.arriving()::size);
    Figures.gauge("edge_body_bytes_held", "Bytes of those bodies.", way.budget()::held);
    Figures.counter(
        "edge_bodies_refused_total", "Bodies that found no room in memory.", way.budget()::refused);
    Figures.gauge("edge_streams_running", "Bodies that are read as they come.", streams::taken);
    Figures.counter(
        "edge_requests_refused_total",
        "Requests that found all places taken.",
        () -> work.refused() + streams.refused());
  }

  static void traces(TraceFigures steps) {
    Figures.gauge("edge_trace_steps_waiting", "Steps of traces that wait.", steps::waiting);
    Figures.counter(
        "edge_trace_steps_total", "Steps that the collector of traces took.", steps::exported);
    Figures.counter("edge_trace_steps_lost_total", "Steps that it did not take.", steps::lost);
    Figures.counter(
        "edge_trace_steps_dropped_total",
        "Steps of traces that found no room to wait.",
        steps::dropped);
  }

  static void clients(ClientPresence clients) {
    Figures.counter(
        "edge_clients_gone_total",
        "Requests whose work was left since their client had gone.",
        clients::gone);
  }

  static void audit(AuditTrail trail) {
    Figures.gauge("edge_audit_lines_waiting", "Lines for the audit log.", trail::waiting);
    Figures.counter("edge_audit_lines_total", "Lines of the audit log.", trail::written);
    Figures.counter(
        "edge_audit_lines_lost_total", "Those that found no room to wait.", trail::lost);
    Figures.counter(
        "edge_audit_counted_total", "What the audit log tells as a number.", trail::withheld);
  }

  static void door(Logins logins, Joining joining, OpenWays ways) {
    Figures.gauge("edge_logins_open", "Logins in memory.", logins::open);
    Figures.gauge(
        "edge_login_tries_kept",
        "Addresses and accounts whose tries of logins and codes are remembered.",
        () -> logins.triedBy() + joining.triedBy());
    Figures.counter(
        "edge_login_tries_refused_total",
        "Logins and codes that were tried too often.",
        () -> logins.refused() + joining.refused());
    Figures.gauge(
        "edge_ways_open", "Sockets and streams that end with their token or login.", ways::count);
  }

  static void logins(OidcDoor oidc) {
    Figures.gauge(
        "edge_oidc_logins_pending", "Logins by a provider that are on their way.", oidc::pending);
  }
}
