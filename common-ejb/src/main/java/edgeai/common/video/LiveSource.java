package edgeai.common.video;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A source that gives pictures as time passes, named by its operator and never by an upload.
 *
 * @param address as the operator wrote it; may hold a password
 */
public record LiveSource(Kind kind, String address) {
  private static final int LARGEST_INDEX = 63;

  /** How it is reached, by which protocols and no others, and what may come that way. */
  public enum Kind {
    RTSP("rtsp", "rtsp,rtp,rtcp,tcp,udp", "rtsp,rtp,sdp"),
    HTTP("http", "http,tcp", "mpjpeg,mjpeg,mpegts,mov,matroska,flv"),
    WEBCAM("webcam", "", "");

    private final String label;
    private final String protocols;
    private final String demuxers;

    Kind(String label, String protocols, String demuxers) {
      this.label = label;
      this.protocols = protocols;
      this.demuxers = demuxers;
    }

    String label() {
      return label;
    }
  }

  /** What a setting names, empty where that is no live source but may be a file. */
  public static Optional<LiveSource> of(String setting) {
    if (setting.matches("\\d{1,2}") && Integer.parseInt(setting) <= LARGEST_INDEX) {
      return Optional.of(new LiveSource(Kind.WEBCAM, setting));
    }
    for (Kind kind : new Kind[] {Kind.RTSP, Kind.HTTP}) {
      if (setting.startsWith(kind.label + "://") && hasHost(setting)) {
        return Optional.of(new LiveSource(kind, setting));
      }
    }
    return Optional.empty();
  }

  private static boolean hasHost(String address) {
    try {
      return URI.create(address).getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The address without user, password and query, for people and logs. */
  public String shown() {
    if (kind == Kind.WEBCAM) {
      return "webcam " + address;
    }
    URI uri = URI.create(address);
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return "%s://%s%s%s".formatted(uri.getScheme(), uri.getHost(), port, uri.getRawPath());
  }

  /** What libavformat is allowed, and how long it waits for one packet. */
  Map<String, String> guards(long patienceMicros) {
    String patience = String.valueOf(patienceMicros);
    return kind == Kind.RTSP
        ? Map.of("rtsp_transport", "tcp", "timeout", patience)
        : Map.of("rw_timeout", patience, "multiple_requests", "0");
  }

  String protocols() {
    return kind.protocols;
  }

  String demuxers() {
    return kind.demuxers;
  }

  @Override
  public String toString() {
    return shown();
  }
}
