package edgeai.cli.machine;

import edgeai.cli.console.CommandRefusal;
import edgeai.settings.LocalAddress;
import java.io.IOException;
import java.net.URI;

/** The address of this machine by which the server at a URL that was typed reaches it. */
public final class ReturnAddress {
  private ReturnAddress() {}

  /**
   * @throws CommandRefusal where the URL is none, or leads nowhere
   */
  public static String towards(String typed) {
    try {
      URI url = URI.create(typed);
      if (url.getHost() == null || !"http https".contains(String.valueOf(url.getScheme()))) {
        throw new IOException("it is no address such as http://192.168.1.20:8000");
      }
      return LocalAddress.reaching(url);
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandRefusal("%s cannot be reached: %s".formatted(typed, e.getMessage()), e);
    }
  }
}
