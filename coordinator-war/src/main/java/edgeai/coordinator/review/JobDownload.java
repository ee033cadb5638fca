package edgeai.coordinator.review;

import edgeai.common.http.Csv;
import edgeai.common.http.JsonOutput;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.result.FrameRepository;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes all frames of a job, a page of rows at a time, so that memory stays small. */
final class JobDownload {
  private static final int PAGE = 500;
  private static final String CSV_HEADER =
      "frame_id,frame_index,media_time_ms,status,worker_id,processing_time_ms,label,confidence,"
          + "x1,y1,x2,y2,error,reused_from,change\r\n";

  private final FrameRepository frames;
  private final String jobId;

  JobDownload(FrameRepository frames, String jobId) {
    this.frames = frames;
    this.jobId = jobId;
  }

  private interface FrameWriter {
    void write(Writer out, FrameResult frame, boolean first) throws IOException;
  }

  /** A JSON list of FrameResults. */
  void writeJson(OutputStream stream) throws IOException {
    try (Writer out = writer(stream)) {
      out.write("[");
      each(
          out,
          (writer, frame, first) -> writer.write((first ? "\n" : ",\n") + JsonOutput.write(frame)));
      out.write("\n]\n");
    }
  }

  /** A line per detection (RFC 4180); a frame without one has a line with empty columns. */
  void writeCsv(OutputStream stream) throws IOException {
    try (Writer out = writer(stream)) {
      out.write(CSV_HEADER);
      each(out, JobDownload::writeCsvFrame);
    }
  }

  private void each(Writer out, FrameWriter write) throws IOException {
    long after = 0;
    boolean first = true;
    List<FrameResult> page;
    do {
      page = frames.ofJob(jobId, null, after, PAGE);
      for (FrameResult frame : page) {
        write.write(out, frame, first);
        first = false;
        after = frame.frameId();
      }
    } while (!page.isEmpty());
  }

  private static void writeCsvFrame(Writer out, FrameResult frame, boolean first)
      throws IOException {
    String start =
        "%s,%s,%s,%s,%s,%s,"
            .formatted(
                frame.frameId(),
                frame.frameIndex(),
                frame.mediaTimeMs(),
                frame.status(),
                Csv.quoted(frame.workerId()),
                frame.processingTimeMs());
    String end =
        frame.reusedFrom() == null
            ? ",,\r\n"
            : ",%s,%s\r\n".formatted(frame.reusedFrom(), frame.change());
    if (frame.detections().isEmpty()) {
      String error = Csv.quoted(frame.error() == null ? "" : frame.error());
      out.write(start + ",,,,,," + error + end);
    }
    for (Detection detection : frame.detections()) {
      out.write(
          start
              + "%s,%s,%s,%s,%s,%s,"
                  .formatted(
                      Csv.quoted(detection.label()),
                      detection.confidence(),
                      detection.box().x1(),
                      detection.box().y1(),
                      detection.box().x2(),
                      detection.box().y2())
              + end);
    }
  }

  private static Writer writer(OutputStream stream) {
    return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
  }
}
