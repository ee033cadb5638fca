package edgeai.common.door;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What a request proves of whoever sent it.
 *
 * @param address of the other end of its connection
 */
public record Asker(String address) {
  /** Of a request that came to this server. */
  public static Asker of(HttpServletRequest request) {
    return new Asker(request.getRemoteAddr());
  }

  /**
   * To whom belongs what this one makes known: the same for everything that the same node sends,
   * another for each other node that can be told from it.
   */
  public String owner() {
    return "address " + address;
  }
}
