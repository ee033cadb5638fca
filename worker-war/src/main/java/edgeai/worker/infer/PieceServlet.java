package edgeai.worker.infer;

import edgeai.common.error.InvalidInput;
import edgeai.common.error.Refusal;
import edgeai.common.error.UnsupportedMedia;
import edgeai.common.http.PrintableId;
import edgeai.common.inference.PieceRun;
import edgeai.common.log.LogContext;
import edgeai.common.log.LogSubject;
import edgeai.common.piece.PieceHeader;
import edgeai.common.problem.Problem;
import edgeai.common.request.PieceLineWriter;
import edgeai.common.wire.PieceLine;
import jakarta.inject.Inject;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code POST /process-piece}: a run of a video, answered frame by frame as they are done. No
 * resource, since JAX-RS keeps the first lines back until 8 kB have come together.
 */
@WebServlet(urlPatterns = "/process-piece")
public class PieceServlet extends HttpServlet {
  private static final Logger LOG = Logger.getLogger(PieceServlet.class.getName());

  @Inject private transient PieceStage stage;
  @Inject private transient SightingAlerts alerts;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try (PieceRun piece = begin(request)) {
      response.setContentType(PieceLineWriter.MEDIA_TYPE);
      tell(piece, response.getOutputStream());
    } catch (Refusal e) {
      refuse(e, response);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private PieceRun begin(HttpServletRequest request) throws IOException {
    String type = String.valueOf(request.getContentType()).split(";")[0].strip();
    if (!type.equalsIgnoreCase(PieceHeader.MEDIA_TYPE)) {
      throw new UnsupportedMedia("A piece of video is %s.".formatted(PieceHeader.MEDIA_TYPE));
    }
    String job = request.getHeader("Task-Id");
    if (job == null) {
      throw new InvalidInput("The header Task-Id must name the job.");
    }
    LogSubject about = LogSubject.ofJob(PrintableId.require("Task-Id", job));
    LogSubject before = LogContext.enter(about);
    try {
      return stage.begin(
          job, request.getInputStream(), Optional.ofNullable(request.getHeader("Model-Sha256")));
    } finally {
      LogContext.leave(before);
    }
  }

  /** A client that is gone is noticed by the next line, which ends the piece. */
  private void tell(PieceRun piece, ServletOutputStream out) throws InterruptedException {
    try {
      out.flush(); // it is taken, although nothing is done yet
      int told = 0;
      for (Optional<PieceLine> next = piece.next(); next.isPresent(); next = piece.next()) {
        tell(next.get(), out);
        told++;
      }
      // its place is free before whoever reads the last line sends the next piece
      piece.close();
      out.write(PieceLineWriter.done(told));
    } catch (IOException e) {
      LOG.log(Level.FINE, "nobody reads what became of a piece: {0}", e.toString());
    }
  }

  private void tell(PieceLine line, ServletOutputStream out) throws IOException {
    out.write(PieceLineWriter.line(line));
    out.flush();
    if (line.isDone()) {
      alerts.see(line.frameId(), line.detections(), line.processingTimeMs());
    }
  }

  private static void refuse(Refusal refusal, HttpServletResponse response) throws IOException {
    refusal
        .retryAfter()
        .ifPresent(pause -> response.setHeader("Retry-After", String.valueOf(pause.toSeconds())));
    Problem.of(refusal).answer(response);
  }
}
