package edgeai.common.connection;

import edgeai.common.problem.PlainProblem;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpProbe;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.util.MimeHeaders.MaxHeaderCountExceededException;
import org.glassfish.grizzly.memory.Buffers;

/**
 * Answers what is no HTTP with a problem. The container is about to answer with an empty body and
 * to close the connection; it says no more where the answer is under way.
 */
final class BrokenRequests extends HttpProbe.Adapter {
  private static final int LINE_TOO_LONG = 414;
  private static final int HEAD_TOO_LARGE = 431;

  private final AnswerCounts answers;

  BrokenRequests(AnswerCounts answers) {
    this.answers = answers;
  }

  @Override
  @SuppressWarnings({"rawtypes", "unchecked"})
  public void onErrorEvent(Connection connection, HttpPacket packet, Throwable error) {
    if (packet instanceof HttpRequestPacket request && !request.getResponse().isCommitted()) {
      HttpResponsePacket answer = request.getResponse();
      int status = status(answer, error);
      PlainProblem problem = PlainProblem.of(status);
      byte[] words = request.getMethod() == Method.HEAD ? problem.toHead() : problem.toBytes();
      connection.write(Buffers.wrap(connection.getMemoryManager(), words));
      answer.setCommitted(true);
      answers.count(request.getMethod().getMethodString(), status);
    }
  }

  /** The container does not tell by a type what is wrong. */
  private static int status(HttpResponsePacket answer, Throwable error) {
    if (answer.getStatus() >= 400) {
      return answer.getStatus();
    }
    String said = String.valueOf(error.getMessage());
    if (said.contains("line is too large")) {
      return LINE_TOO_LONG;
    }
    return said.contains("header is too large") || error instanceof MaxHeaderCountExceededException
        ? HEAD_TOO_LARGE
        : 400;
  }
}
