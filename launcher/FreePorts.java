package launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** Checks that servers can listen where they are to: {@code host port option} for each. */
final class FreePorts {
  private static final int UNPRIVILEGED = 1024;

  public static void main(String[] args) {
    OneLocale.set();
    List<ServerSocket> taken = new ArrayList<>();
    for (int i = 0; i < args.length; i += 3) {
      String host = args[i];
      int port = Integer.parseInt(args[i + 1]);
      try {
        InetAddress address = InetAddress.getByName(host);
        taken.add(bind(address, host, port, args[i + 2]));
      } catch (UnknownHostException e) {
        refuse("HOST=%s is not known here: give an address of this machine".formatted(host));
      } catch (IOException e) {
        refuse(e.getMessage());
      }
    }
  }

  private static ServerSocket bind(InetAddress address, String host, int port, String option)
      throws IOException {
    try (ServerSocket any = new ServerSocket()) {
      any.bind(new InetSocketAddress(address, 0));
    } catch (IOException e) {
      throw new IOException("HOST=%s is no address of this machine".formatted(host), e);
    }
    ServerSocket socket = new ServerSocket();
    try {
      socket.bind(new InetSocketAddress(address, port));
      return socket;
    } catch (IOException e) {
      socket.close();
      String why =
          port < UNPRIVILEGED && String.valueOf(e.getMessage()).contains("ermission")
              ? "may only be used by root"
              : "is in use";
      throw new IOException(
          "port %d on %s %s: end what listens there, or choose another with %s"
              .formatted(port, host, why, option),
          e);
    }
  }

  private static void refuse(String reason) {
    System.err.println("edge: " + reason);
    System.exit(1);
  }
}
