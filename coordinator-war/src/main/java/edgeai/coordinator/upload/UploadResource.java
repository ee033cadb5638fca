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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /upload-video}. */
@Tag(name = "Jobs")
@Path("/upload-video")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UploadResource {
  private final UploadStage uploads;
  private final JobOpening jobs;

  /**
   * The answer to an upload that was taken.
   *
   * @param jobId which job
   * @param filename as it was uploaded
   * @param sizeBytes of the upload
   * @param status of the job
   * @param message in words for people
   */
  @Schema(name = "VideoTaken")
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
  @Operation(
      summary = "Uploads a video",
      description =
          "The video becomes a job, which begins as soon as there is a place. Options "
              + "stand in the address or are fields of the form, which win. mp4, mov, mkv, "
              + "webm, avi, flv, ts, mts, mpg, vob, wmv, ogv and 3gp are taken, up to "
              + "`MAX_UPLOAD_BYTES`. The body may take as long as it needs, but comes with 1 "
              + "kB a second at least.")
  @RequestBody(
      content =
          @Content(
              mediaType = "multipart/form-data",
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      properties = {
                        @SchemaProperty(
                            name = "file",
                            type = SchemaType.STRING,
                            format = "binary",
                            description = "the video"),
                        @SchemaProperty(
                            name = "sample_fps",
                            type = SchemaType.NUMBER,
                            minimum = "0",
                            maximum = "" + UploadOptions.MAX_SAMPLE_FPS,
                            description =
                                "frames taken per second of video, 0 to 1000; 0 for every frame; `SAMPLE_FPS` "
                                    + "(5) where it is left out"),
                        @SchemaProperty(
                            name = "confidence",
                            type = SchemaType.NUMBER,
                            minimum = "0",
                            maximum = "1",
                            description = "detections below are dropped, 0 to 1"),
                        @SchemaProperty(
                            name = "classes",
                            type = SchemaType.STRING,
                            description =
                                "labels to look for, parted by commas, at most 500; all of the model's where "
                                    + "it is left out"),
                        @SchemaProperty(
                            name = "skip_still",
                            type = SchemaType.STRING,
                            description =
                                "frames that show nothing new are not inferred: `off`, `safe`, `fast`, or 0 to "
                                    + "1"),
                        @SchemaProperty(
                            name = "tiles",
                            type = SchemaType.STRING,
                            enumeration = {"1x1", "2x1", "3x2", "auto"},
                            description =
                                "into which frames are cut before they are inferred: `1x1`, `2x1`, `3x2` or "
                                    + "`auto`"),
                        @SchemaProperty(
                            name = "model",
                            type = SchemaType.STRING,
                            description =
                                "name of the model, its hash, or the first six or more digits of that; the "
                                    + "pool's where it is left out")
                      },
                      requiredProperties = {"file"})))
  @Parameter(
      name = "sample_fps",
      in = ParameterIn.QUERY,
      description =
          "frames taken per second of video, 0 to 1000; 0 for every frame; `SAMPLE_FPS` "
              + "(5) where it is left out",
      schema =
          @Schema(
              type = SchemaType.NUMBER,
              minimum = "0",
              maximum = "" + UploadOptions.MAX_SAMPLE_FPS))
  @Parameter(
      name = "confidence",
      in = ParameterIn.QUERY,
      description = "detections below are dropped, 0 to 1",
      schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "1"))
  @Parameter(
      name = "classes",
      in = ParameterIn.QUERY,
      description =
          "labels to look for, parted by commas, at most 500; all of the model's where "
              + "it is left out",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "skip_still",
      in = ParameterIn.QUERY,
      description =
          "frames that show nothing new are not inferred: `off`, `safe`, `fast`, or 0 to " + "1",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "tiles",
      in = ParameterIn.QUERY,
      description =
          "into which frames are cut before they are inferred: `1x1`, `2x1`, `3x2` or " + "`auto`",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"1x1", "2x1", "3x2", "auto"}))
  @Parameter(
      name = "model",
      in = ParameterIn.QUERY,
      description =
          "name of the model, its hash, or the first six or more digits of that; the "
              + "pool's where it is left out",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponseSchema(value = Taken.class, responseDescription = "OK", responseCode = "200")
  @APIResponse(
      responseCode = "400",
      description =
          "The upload is empty, broke off, or is no video; or it came with `Upgrade` and without "
              + "`Content-Length`.")
  @APIResponse(
      responseCode = "413",
      description =
          "It is larger than `MAX_UPLOAD_BYTES`, or the video larger or longer than "
              + "`MAX_VIDEO_PIXELS` and `MAX_VIDEO_SECONDS` allow.")
  @APIResponse(
      responseCode = "422",
      description = "An option is out of its bounds, or the model lacks a label.")
  @APIResponse(
      responseCode = "503",
      description = "Too many uploads and jobs wait, or the server is ending.")
  @APIResponse(
      responseCode = "507",
      description = "The disk is full, or `DATA_MAX_BYTES` is reached.")
  public Taken upload(
      InputStream body,
      @Parameter(hidden = true) @HeaderParam("Content-Type") String contentType,
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
