package edgeai.admin.analytics;

import edgeai.common.http.PrintableId;
import edgeai.common.http.QueryText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Totals and the last events; with any parameter also a series over time. */
@Path("/analytics")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AnalyticsResource {
  private final Totals totals;
  private final EventTimeline timeline;
  private final Buckets buckets;
  private final Clock clock;

  @Inject
  public AnalyticsResource(Totals totals, EventTimeline timeline, Buckets buckets, Clock clock) {
    this.totals = totals;
    this.timeline = timeline;
    this.buckets = buckets;
    this.clock = clock;
  }

  /** For the container's proxy. */
  AnalyticsResource() {
    this(null, null, null, null);
  }

  /** The answer to the plain call. */
  public record Analytics(
      long totalVehicles,
      Map<String, Long> perCamera,
      Map<String, Long> typeDistribution,
      List<LoggedEvent.Entry> timeline) {}

  /** The same with a series. */
  public record WithSeries(
      long totalVehicles,
      Map<String, Long> perCamera,
      Map<String, Long> typeDistribution,
      List<LoggedEvent.Entry> timeline,
      List<Series.Point> series) {}

  @GET
  public Object analytics(
      @QueryParam("since") String since,
      @QueryParam("bucket") String bucket,
      @QueryParam("camera_id") String cameraId) {
    if (since == null && bucket == null && cameraId == null) {
      Totals.Snapshot now = totals.snapshot();
      return new Analytics(now.vehicles(), now.perCamera(), now.perLabel(), timeline.list());
    }
    List<Series.Point> series = series(since, bucket, cameraId);
    Totals.Snapshot now = totals.snapshot();
    return new WithSeries(now.vehicles(), now.perCamera(), now.perLabel(), timeline.list(), series);
  }

  private List<Series.Point> series(String since, String bucket, String cameraId) {
    BucketWidth width = bucket == null ? BucketWidth.HOUR : BucketWidth.read(bucket);
    String camera = cameraId == null ? null : PrintableId.require("camera_id", cameraId);
    Instant now = clock.instant();
    Instant from = since == null ? now.minus(width.usualSpan()) : QueryText.instant("since", since);
    Series series = Series.between(width, from, now);
    buckets.read(width.stored(), series.from(), series.to(), camera, series::add);
    return series.points();
  }
}
