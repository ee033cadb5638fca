package edgeai.benchmark.footage;

import edgeai.systemtests.fixture.Http;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;

/** A video's way to a coordinator, however large the file is: it is read while it is sent. */
public final class FileUpload {
  private static final String BOUNDARY = "----edge-file-upload";

  private FileUpload() {}

  /**
   * Uploads a file and gives the id of its job.
   *
   * @param query such as {@code ?sample_fps=5}
   */
  public static String submit(Http coordinator, Path video, String query)
      throws FileNotFoundException {
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                .formatted(BOUNDARY, video.getFileName())
            + "Content-Type: video/mp4\r\n\r\n";
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head),
            BodyPublishers.ofFile(video),
            BodyPublishers.ofString("\r\n--%s--\r\n".formatted(BOUNDARY)));
    return coordinator
        .send("POST", "/upload-video" + query, "multipart/form-data; boundary=" + BOUNDARY, body)
        .expect(200)
        .object()
        .getString("job_id");
  }
}
