package edgeai.coordinator.upload;

import edgeai.common.audit.AuditNote;
import edgeai.common.wire.Job;
import edgeai.coordinator.job.JobOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/** {@code POST /upload-video}. */
@Path("/upload-video")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UploadResource {
  private final UploadStage uploads;
  private final JobOpening jobs;

  /** The answer to an upload that was taken. */
  public record Taken(
      String jobId, String filename, long sizeBytes, String status, String message) {}

  @Inject
  public UploadResource(UploadStage uploads, JobOpening jobs) {
    this.uploads = uploads;
    this.jobs = jobs;
  }

  /** For the container's proxy. */
  UploadResource() {
    this(null, null);
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Taken upload(
      InputStream body,
      @HeaderParam("Content-Type") String contentType,
      @Context UriInfo uri,
      @Context HttpServletRequest request) {
    UploadOptions options = uploads.options();
    uri.getQueryParameters().forEach((name, values) -> options.set(name, values.get(0)));
    UploadedFile file = uploads.receive(body, contentType, options);
    JobOptions asked = options.toJobOptions();
    Job job = jobs.open(file, asked, options.model());
    AuditNote.about(request, job.jobId());
    return new Taken(
        job.jobId(),
        job.filename(),
        job.sizeBytes(),
        job.status(),
        "%s is queued.".formatted(job.filename()));
  }
}
