package edgeai.cli.machine;

import edgeai.cli.console.CommandRefusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** Checks that servers can listen where they are to, all at the same time. */
public final class FreePorts {
  private static final int UNPRIVILEGED = 1024;

  private FreePorts() {}

  /**
   * Where a server is to listen.
   *
   * @param option chooses another port
   */
  public record Place(String host, int port, String option) {}

  /**
   * Returns where all places are free.
   *
   * @throws CommandRefusal where one is not
   */
  public static void check(List<Place> places) {
    List<ServerSocket> taken = new ArrayList<>();
    try {
      for (Place place : places) {
        taken.add(bind(place));
      }
    } finally {
      taken.forEach(FreePorts::close);
    }
  }

  private static ServerSocket bind(Place place) {
    try {
      InetAddress address = InetAddress.getByName(place.host());
      requireOwn(address, place.host());
      return bind(address, place);
    } catch (UnknownHostException e) {
      throw new CommandRefusal(
          "HOST=%s is not known here: give an address of this machine".formatted(place.host()), e);
    }
  }

  private static void requireOwn(InetAddress address, String host) {
    try (ServerSocket any = new ServerSocket()) {
      any.bind(new InetSocketAddress(address, 0));
    } catch (IOException e) {
      throw new CommandRefusal("HOST=%s is no address of this machine".formatted(host), e);
    }
  }

  private static ServerSocket bind(InetAddress address, Place place) {
    ServerSocket socket = null;
    try {
      socket = new ServerSocket();
      socket.bind(new InetSocketAddress(address, place.port()));
      return socket;
    } catch (IOException e) {
      close(socket);
      throw new CommandRefusal(
          "port %d on %s %s: end what listens there, or choose another with %s"
              .formatted(place.port(), place.host(), why(place, e), place.option()),
          e);
    }
  }

  private static String why(Place place, IOException failure) {
    return place.port() < UNPRIVILEGED && String.valueOf(failure.getMessage()).contains("ermission")
        ? "may only be used by root"
        : "is in use";
  }

  private static void close(ServerSocket socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      throw new CommandRefusal("a port that was tried cannot be given back: " + e.getMessage(), e);
    }
  }
}
