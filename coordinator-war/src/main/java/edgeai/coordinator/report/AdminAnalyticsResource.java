package edgeai.coordinator.report;

import edgeai.common.admin.AdminClient;
import edgeai.common.error.NeighbourFailed;
import edgeai.common.error.Refusal;
import edgeai.common.error.Unavailable;
import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import edgeai.common.network.AnswerTooLargeException;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /admin-analytics}: the admin server's {@code /analytics}, passed on. */
@Tag(name = "State")
@Path("/admin-analytics")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AdminAnalyticsResource {
  private static final long MAX_BYTES = 16L << 20;

  private final AdminClient client;
  private final CoordinatorSettings settings;

  @Inject
  public AdminAnalyticsResource(AdminClient client, CoordinatorSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /** For the container's proxy. */
  AdminAnalyticsResource() {
    this(null, null);
  }

  @GET
  @Operation(summary = "The admin server's analytics, passed on")
  @APIResponse(
      responseCode = "200",
      description = "As `GET /analytics` there.",
      content =
          @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(
      responseCode = "502",
      description = "The admin server does not answer, or not with JSON.")
  @APIResponse(responseCode = "503", description = "`ADMIN_URL` is not set.")
  public String analytics() {
    if (settings.admin().address().isEmpty()) {
      throw new Unavailable("No admin server is configured: ADMIN_URL is not set.", 3_600);
    }
    try {
      HttpResponse<String> answer = client.get(settings.admin().address().get(), "/analytics");
      if (answer.statusCode() == 200) {
        return requireJson(answer.body());
      }
      throw badGateway("answered %d".formatted(answer.statusCode()));
    } catch (IOException e) {
      throw badGateway(
          AnswerTooLargeException.isWhy(e) ? "answered more than is taken" : "does not answer");
    } catch (FaultToleranceException e) {
      throw badGateway("does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw badGateway("was not waited for");
    }
  }

  private String requireJson(String body) {
    try {
      JsonInput.parse(Body.of(body), MAX_BYTES);
      return body;
    } catch (Refusal e) {
      throw badGateway("answered something that is no JSON object");
    }
  }

  private NeighbourFailed badGateway(String what) {
    return new NeighbourFailed(
        "The admin server at %s %s.".formatted(settings.admin().address().get(), what));
  }
}
