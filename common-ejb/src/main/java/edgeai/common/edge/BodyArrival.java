package edgeai.common.edge;

import edgeai.common.error.Refusal;
import edgeai.common.http.LateAnswer;
import edgeai.common.problem.Problem;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One body on its way into memory, which no thread waits for. Once it is whole its request is
 * dispatched again, and goes on as the last step of the edge; until then it may be refused at any
 * time, and ends with its client.
 */
final class BodyArrival implements ReadListener, Filter {
  private static final Logger LOG = Logger.getLogger(BodyArrival.class.getName());

  private final HttpServletRequest request;
  private final long most;
  private final long length;
  private final HeldBytes bytes;
  private final BodyWay way;
  private final BodyPace pace = new BodyPace();
  private AsyncContext context;
  private Departure departure;
  private LateAnswer answer;
  private ServletInputStream in;
  private boolean decided;
  private boolean working;
  private boolean ended;

  /**
   * @param most what the body may have
   * @param way what it needs on its way
   */
  BodyArrival(HttpServletRequest request, long most, BodyWay way) {
    this.request = request;
    this.most = most;
    this.length = request.getContentLengthLong();
    this.way = way;
    this.bytes = new HeldBytes(way.budget());
  }

  /** The one whose request was dispatched again; nothing else dispatches. */
  static BodyArrival of(ServletRequest dispatched) {
    return (BodyArrival) dispatched.getAttribute(BodyArrival.class.getName());
  }

  void begin(HttpServletResponse response) throws IOException {
    request.setAttribute(BodyArrival.class.getName(), this);
    context = request.startAsync(innermost(request), response);
    context.setTimeout(0);
    departure = new Departure(context);
    answer = new LateAnswer(context);
    way.begins(this);
    in = request.getInputStream();
    in.setReadListener(this);
  }

  /**
   * What the container wraps again when it dispatches; amid wrappers of ours, it would alter them.
   */
  private static ServletRequest innermost(ServletRequest request) {
    ServletRequest inner = request;
    while (inner instanceof ServletRequestWrapper wrapper) {
      inner = wrapper.getRequest();
    }
    return inner;
  }

  @Override
  public void onDataAvailable() throws IOException {
    Problem refusal;
    try {
      refusal = take();
    } catch (Refusal e) {
      refusal = Problem.of(e); // who sends it may not any more
    }
    if (refusal != null) {
      refuse(refusal);
    } else if (isWhole()) {
      onAllDataRead();
    }
  }

  /** Takes what is there; a problem where that is too much. */
  private synchronized Problem take() throws IOException {
    while (!decided && !isWhole() && in.isReady()) {
      if (!bytes.makeRoom()) {
        return new Problem(503, "This server holds as many bodies as it has memory for.");
      }
      if (bytes.readFrom(in, length < 0 ? most + 1 : length - bytes.size()) < 0) {
        return null;
      }
      if (bytes.size() > most) {
        return BodyFilter.tooLarge(most);
      }
    }
    return null;
  }

  /** The container does not see the end where the request names another protocol. */
  private synchronized boolean isWhole() {
    return bytes.size() == length;
  }

  @Override
  public void onAllDataRead() {
    synchronized (this) {
      if (decided) {
        return;
      }
      working = way.places().enter(request.getRemoteAddr());
      decided = working;
    }
    if (working) {
      goOn();
    } else {
      refuse(WorkFilter.full());
    }
  }

  private void goOn() {
    departure.await();
    try {
      context.dispatch(BodyWay.innerPath(request));
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "the container ended it: {0}", e.toString());
      end();
    }
  }

  /** The request goes on, with its body. */
  @Override
  public void doFilter(ServletRequest dispatched, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(new HeldRequest(request, bytes), response);
    } finally {
      end();
    }
  }

  /** Gives it up where it comes too slowly. */
  void look() {
    boolean slow;
    synchronized (this) {
      slow = !decided && pace.isTooSlow(bytes.size());
    }
    if (slow) {
      refuse(new Problem(408, "The body came too slowly: 1 kB a second is the least."));
    }
  }

  private void refuse(Problem problem) {
    synchronized (this) {
      if (decided) {
        return;
      }
      decided = true;
    }
    try {
      if (answer.isThere()) {
        write(problem);
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.FINE, "nobody takes a refusal: {0}", e.toString());
    }
    complete();
  }

  private void write(Problem problem) throws IOException {
    HttpServletResponse response = (HttpServletResponse) context.getResponse();
    response.setHeader("Connection", "close");
    if (problem.status() == 503) {
      response.setHeader("Retry-After", "5");
    }
    problem.answer(response);
  }

  private void complete() {
    answer.end();
    end();
  }

  private void end() {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      decided = true;
      bytes.forget();
    }
    if (working) {
      way.places().leave(request.getRemoteAddr());
    }
    way.ends(this);
  }

  /** The client is gone. */
  @Override
  public void onError(Throwable failure) {
    synchronized (this) {
      if (decided) {
        return;
      }
      decided = true;
    }
    complete();
  }
}
