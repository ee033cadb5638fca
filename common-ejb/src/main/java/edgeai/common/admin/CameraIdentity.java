package edgeai.common.admin;

import edgeai.common.request.Requests;
import edgeai.common.wire.CameraRegistration;
import edgeai.common.wire.CameraReport;
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
  String registration(CameraReport report) {
    return Requests.write(new CameraRegistration(id, name, address, report));
  }

  String heartbeatPath() {
    return "/heartbeat/" + inAddress();
  }

  /** The id as part of an address. */
  public String inAddress() {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
