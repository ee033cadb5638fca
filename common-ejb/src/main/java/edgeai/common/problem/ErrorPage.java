package edgeai.common.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Errors outside JAX-RS as problems too; each WAR's {@code web.xml} names it as its error page. */
@WebServlet(ErrorPage.PATH)
public class ErrorPage extends HttpServlet {
  private static final Logger LOG = Logger.getLogger(ErrorPage.class.getName());

  static final String PATH = "/error-page";

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    int code =
        status instanceof Integer number ? ofClient(number) : HttpServletResponse.SC_NOT_FOUND;
    String detail =
        switch (code) {
          case 404 -> "There is nothing at %s.".formatted(path == null ? PATH : path);
          case 405 -> "%s does not take this method.".formatted(path);
          default -> "The request cannot be served.";
        };
    try {
      new Problem(code, detail).answer(response);
    } catch (IOException e) {
      // mostly why there is an error at all; thrown on, it would be two stack traces
      LOG.log(Level.FINE, "nobody takes a problem: {0}", e.toString());
    }
  }

  /** A method that nobody has heard of is none that is taken, as everywhere else. */
  private static int ofClient(int status) {
    return status == HttpServletResponse.SC_NOT_IMPLEMENTED
        ? HttpServletResponse.SC_METHOD_NOT_ALLOWED
        : status;
  }
}
