package edgeai.common.edge;

import edgeai.common.log.LogContext;
import edgeai.common.log.LogSubject;
import edgeai.common.trace.TraceStep;
import edgeai.common.wire.TraceParent;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Takes up the trace that a request is part of. What is done for frames, events and commands is a
 * step of it; an upload begins one where its client has none. The answer says which it is.
 */
final class TraceFilter implements Filter {
  private static final String UPLOAD = "/upload-video";

  private static final Set<String> STEPS =
      Set.of(
          UPLOAD,
          "/process-frame",
          "/process-piece",
          "/detect",
          "/results",
          "/frame-result",
          "/alerts",
          "/camera-detection",
          "/camera-alerts",
          "/camera-control");

  private static final int FAILED = 500;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    TraceStep step = begin(asked);
    if (step.trace() == null) {
      chain.doFilter(request, response);
      return;
    }
    answer.setHeader("traceresponse", step.trace().written());
    LogSubject before = LogContext.enter(step.subject());
    try {
      chain.doFilter(request, response);
    } finally {
      LogContext.leave(before);
      endWith(asked, answer, step);
    }
  }

  private static TraceStep begin(HttpServletRequest request) {
    Optional<TraceParent> said = TraceParent.parse(request.getHeader(TraceParent.HEADER));
    String path = request.getRequestURI().replaceFirst("(?<=.)/+$", "");
    if (!request.getMethod().equals("POST") || !STEPS.contains(path)) {
      return TraceStep.passing(said.orElse(null));
    }
    if (!TraceStep.isRecording()) {
      boolean begins = said.isEmpty() && path.equals(UPLOAD);
      return TraceStep.passing(begins ? TraceParent.fresh() : said.orElse(null));
    }
    return TraceStep.begin("POST " + path, SpanKind.SERVER, said.orElse(null))
        .with("http.request.method", "POST")
        .with("url.path", path);
  }

  private static void endWith(
      HttpServletRequest request, HttpServletResponse answer, TraceStep step) {
    if (!step.isRecorded()) {
      return;
    }
    if (!isAnsweredLater(request, answer, step)) {
      end(step, answer);
    }
  }

  private static boolean isAnsweredLater(
      HttpServletRequest request, HttpServletResponse answer, TraceStep step) {
    try {
      boolean later = request.isAsyncStarted();
      if (later) {
        request.getAsyncContext().addListener(new WhenAnswered(step, answer));
      }
      return later;
    } catch (IllegalStateException e) {
      return false; // it was answered meanwhile
    }
  }

  private static void end(TraceStep step, HttpServletResponse answer) {
    step.with("http.response.status_code", answer.getStatus());
    if (answer.getStatus() >= FAILED) {
      step.failed("answered " + answer.getStatus());
    }
    step.end();
  }

  /** Ends a step whose answer comes later, on another thread. */
  private record WhenAnswered(TraceStep step, HttpServletResponse answer) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
      end(step, answer);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      step.failed("took too long");
    }

    @Override
    public void onError(AsyncEvent event) {
      step.failed("broke off");
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
