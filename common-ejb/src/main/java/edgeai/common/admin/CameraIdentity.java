package edgeai.common.admin;

import jakarta.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What the admin server knows a camera by.
 *
 * @param id 1 to 128 printable characters
 * @param name shown as its host name
 * @param address where it is
 */
public record CameraIdentity(String id, String name, String address) {
  String registration(Condition condition) {
    return condition
        .addTo(
            Json.createObjectBuilder()
                .add("camera_id", id)
                .add("hostname", name)
                .add("ip_address", address))
        .build()
        .toString();
  }

  String heartbeatPath() {
    return "/heartbeat/" + inAddress();
  }

  /** The id as part of an address. */
  public String inAddress() {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
