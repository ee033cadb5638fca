package edgeai.common.network;

/** Host and port as web addresses have them: an IPv6 address in brackets. */
public final class Authority {
  private Authority() {}

  /**
   * @param host a name or an address, with brackets or without
   */
  public static String of(String host, int port) {
    boolean bare = host.contains(":") && !host.startsWith("[");
    return (bare ? "[" + host + "]" : host) + ":" + port;
  }
}
