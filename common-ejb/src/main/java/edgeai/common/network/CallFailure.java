package edgeai.common.network;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Why a call of another server, or anything else, came to nothing, in words for people: what users
 * see names no class of Java's. The first cause that is known counts.
 */
public final class CallFailure {
  /** What has no better words; whoever says so logs what it was. */
  public static final String UNFORESEEN = "something that nobody foresaw; the log says what";

  private static final int DEEPEST = 10;

  /** Those that say more before those that they are kinds of. */
  private static final List<Map.Entry<Class<? extends Throwable>, String>> KNOWN =
      List.of(
          Map.entry(UnresolvedAddressException.class, "its name is not known"),
          Map.entry(UnknownHostException.class, "its name is not known"),
          Map.entry(NoRouteToHostException.class, "no way leads there"),
          Map.entry(HttpConnectTimeoutException.class, "nothing answers at its address"),
          Map.entry(ConnectException.class, "nothing listens there"),
          Map.entry(HttpTimeoutException.class, "it took too long"),
          Map.entry(SocketTimeoutException.class, "it took too long"),
          Map.entry(TimeoutException.class, "it took too long"),
          Map.entry(SSLException.class, "it speaks no TLS here, or its certificate is not trusted"),
          Map.entry(FileSystemException.class, "a file cannot be read or written"),
          Map.entry(AnswerTooLargeException.class, "it answered more than is taken"),
          Map.entry(IOException.class, "the connection broke"));

  private CallFailure() {}

  /** As the end of a sentence, behind a colon. */
  public static String words(Throwable failure) {
    for (Map.Entry<Class<? extends Throwable>, String> known : KNOWN) {
      Throwable cause = failure;
      for (int deep = 0; cause != null && deep < DEEPEST; deep++) {
        if (known.getKey().isInstance(cause)) {
          return known.getValue();
        }
        cause = cause.getCause();
      }
    }
    return failure instanceof UnsatisfiedLinkError
        ? "a library cannot be loaded: " + failure.getMessage()
        : UNFORESEEN;
  }
}
