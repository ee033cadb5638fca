package edgeai.common.connection;

import edgeai.common.problem.PlainProblem;
import edgeai.common.problem.Problem;
import java.io.IOException;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpEvents;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;

/**
 * Above HTTP's words, below the container: knows when a request is worked on and when its answer is
 * whole. What the container answers before the edge sees a request becomes a problem here, also
 * where it calls its empty answer a success.
 */
final class RequestFilter extends BaseFilter {
  /** What every answer has that came by the edge. */
  private static final String MARK = "X-Content-Type-Options";

  /** Asks for the body, and is no answer yet. */
  private static final int CONTINUE = 100;

  private final Attribute<OpenConnection> open;
  private final AnswerCounts answers;

  RequestFilter(Attribute<OpenConnection> open, AnswerCounts answers) {
    this.open = open;
    this.answers = answers;
  }

  @Override
  public NextAction handleRead(FilterChainContext context) {
    OpenConnection connection = open.get(context.getConnection());
    if (connection != null
        && context.getMessage() instanceof HttpContent content
        && content.getHttpHeader() instanceof HttpRequestPacket request) {
      connection.begin(request);
    }
    return context.getInvokeAction();
  }

  @Override
  public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) {
    OpenConnection connection = open.get(context.getConnection());
    if (connection != null && event.type() == HttpEvents.ResponseCompleteEvent.TYPE) {
      connection.finish();
    }
    return context.getInvokeAction();
  }

  @Override
  public NextAction handleWrite(FilterChainContext context) throws IOException {
    if (context.getMessage() instanceof HttpPacket packet
        && packet.getHttpHeader() instanceof HttpResponsePacket answer
        && !answer.isCommitted()) {
      if (!packet.isHeader()) {
        complete(context, answer);
      }
      if (answer.getStatus() != CONTINUE) {
        answers.count(answer.getRequest().getMethod().getMethodString(), answer.getStatus());
      }
    }
    return context.getInvokeAction();
  }

  private static void complete(FilterChainContext context, HttpResponsePacket answer) {
    if (isContainers(answer)) {
      context.setMessage(problem(answer, context.getMemoryManager()));
    } else if (!answer.isUpgrade() && isBareOfType(answer)) {
      keepType(answer, answer.getContentType());
    }
    answer.setReasonPhrase(Problem.titleOf(answer.getStatus()));
  }

  private static boolean isContainers(HttpResponsePacket answer) {
    return !answer.isUpgrade() && answer.getHeader(MARK) == null;
  }

  /** A type that is set is left out of an answer to what looks like HTTP/0.9, or names Upgrade. */
  private static boolean isBareOfType(HttpResponsePacket answer) {
    HttpRequestPacket request = answer.getRequest();
    return answer.getContentType() != null
        && (request.getProtocol() == Protocol.HTTP_0_9
            || request.getHeader(Header.Upgrade) != null);
  }

  private static void keepType(HttpResponsePacket answer, String type) {
    answer.getHeaders().setValue(Header.ContentType).setString(type);
  }

  private static HttpContent problem(HttpResponsePacket answer, MemoryManager<?> memory) {
    if (answer.getStatus() < 400) {
      answer.setStatus(400);
    }
    PlainProblem problem = PlainProblem.of(answer.getStatus());
    problem.headers().forEach(answer::setHeader);
    keepType(answer, Problem.MEDIA_TYPE);
    answer.getProcessingState().setKeepAlive(false);
    boolean head = answer.getRequest().getMethod() == Method.HEAD;
    byte[] body = problem.body();
    answer.setContentLength(body.length);
    return HttpContent.builder(answer)
        .content(head ? Buffers.EMPTY_BUFFER : Buffers.wrap(memory, body))
        .last(true)
        .build();
  }
}
