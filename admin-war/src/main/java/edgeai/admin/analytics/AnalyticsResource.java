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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Totals and the last events; with any parameter also a series over time. */
@Tag(name = "Detections")
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

  /**
   * The answer to the plain call.
   *
   * @param totalVehicles how many objects in all
   * @param perCamera how many objects of each camera
   * @param typeDistribution how many of each label
   * @param timeline the last 100 events, oldest first
   */
  public record Analytics(
      long totalVehicles,
      Map<String, Long> perCamera,
      Map<String, Long> typeDistribution,
      List<LoggedEvent.Entry> timeline) {}

  /**
   * The same with a series.
   *
   * @param totalVehicles how many objects in all
   * @param perCamera how many objects of each camera
   * @param typeDistribution how many of each label
   * @param timeline the last 100 events, oldest first
   * @param series counts over time
   */
  @Schema(name = "AnalyticsWithSeries")
  public record WithSeries(
      long totalVehicles,
      Map<String, Long> perCamera,
      Map<String, Long> typeDistribution,
      List<LoggedEvent.Entry> timeline,
      List<Series.Point> series) {}

  @GET
  @Operation(
      summary = "Totals and the last 100 events",
      description =
          "With any parameter also a series over time, of 1,500 buckets at most: the "
              + "last hour by minutes, day by hours or 30 days by days where `since` is left "
              + "out.")
  @APIResponse(
      responseCode = "200",
      description = "Events stand in the order of their arrival, oldest first.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(anyOf = {Analytics.class, WithSeries.class})))
  public Object analytics(
      @Parameter(
              description = "where the series begins",
              schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @QueryParam("since")
          String since,
      @Parameter(
              description = "`minute`, `hour` or `day`; `hour` where it is left out",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"minute", "hour", "day"}))
          @QueryParam("bucket")
          String bucket,
      @Parameter(description = "only of this camera") @QueryParam("camera_id") String cameraId) {
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
