package edgeai.coordinator.upload;

import edgeai.common.error.Malformed;
import edgeai.common.video.ContainerSignature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;

/** Reads the form of an upload: its part {@code file} goes to disk, other parts are options. */
final class UploadForm {
  /** What the form may weigh beside the file. */
  private static final int FORM_BYTES = 1 << 20;

  private static final int FIELD_BYTES = 64 << 10;

  private final String jobId;
  private final Path part;
  private final long mostBytes;

  /**
   * @param jobId the id that the job will have
   * @param part where the file goes
   * @param mostBytes what the file may weigh
   */
  UploadForm(String jobId, Path part, long mostBytes) {
    this.jobId = jobId;
    this.part = part;
    this.mostBytes = mostBytes;
  }

  /**
   * Reads the form to its end.
   *
   * @throws Malformed where it has no file, or one that is empty or no video
   * @throws IOException where it breaks off or is no form
   */
  UploadedFile read(InputStream body, String contentType, UploadOptions options)
      throws IOException {
    UploadedFile file = null;
    FileItemInputIterator parts =
        MultipartBody.parts(new LimitedInput(body, mostBytes + FORM_BYTES), contentType);
    while (parts.hasNext()) {
      FileItemInput item = parts.next();
      if ("file".equals(item.getFieldName()) && file == null) {
        options.requireLabels(); // before a large file is taken for nothing
        file = save(item);
      } else if (item.isFormField() && item.getFieldName() != null) {
        options.set(item.getFieldName(), field(item));
      }
    }
    if (file == null) {
      throw new Malformed("The form has no part named file.");
    }
    options.requireLabels();
    return file;
  }

  private UploadedFile save(FileItemInput item) throws IOException {
    long size;
    try (InputStream in = new LimitedInput(item.getInputStream(), mostBytes)) {
      size = store(in);
    }
    String name = FileName.shown(item.getName());
    if (size == 0) {
      throw new Malformed("%s is empty.".formatted(name));
    }
    if (ContainerSignature.of(part).isEmpty()) {
      throw new Malformed(
          "%s is not a video that can be read (allowed: %s)."
              .formatted(name, ContainerSignature.ALLOWED));
    }
    return new UploadedFile(jobId, part, name, size);
  }

  /** What fails while it is written failed for another reason than what fails while it is read. */
  private long store(InputStream in) throws IOException {
    try (OutputStream out = new StoringOutput(part)) {
      return in.transferTo(out);
    }
  }

  private static String field(FileItemInput item) throws IOException {
    try (InputStream in = new LimitedInput(item.getInputStream(), FIELD_BYTES)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
