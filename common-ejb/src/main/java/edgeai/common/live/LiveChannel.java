package edgeai.common.live;

import java.util.function.Consumer;

/** The way to one client. No call waits for it. */
public interface LiveChannel {
  /** Why a client is closed, with the status code of RFC 6455. */
  enum End {
    FULL(1013, "there are too many listeners, come again later"),
    REPLACED(1008, "others of this id have come since"),
    STALLED(1008, "messages were not read in time"),
    SILENT(1008, "pings were not answered"),
    FAILED(1011, "a message could not be sent");

    private final int code;
    private final String reason;

    End(int code, String reason) {
      this.code = code;
      this.reason = reason;
    }

    public int code() {
      return code;
    }

    public String reason() {
      return reason;
    }
  }

  /**
   * Starts to send a message; called only when the one before is done.
   *
   * @param done takes what went wrong, or null; on any thread
   */
  void send(String message, Consumer<Throwable> done);

  /**
   * Starts to send a ping.
   *
   * @param mark comes back with the pong
   */
  void ping(long mark);

  void close(End end);
}
