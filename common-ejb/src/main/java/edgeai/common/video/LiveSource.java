package edgeai.common.video;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A source that gives pictures as time passes, named by its operator and never by an upload.
 *
 * @param address of a webcam its index, else the address in full; may hold a password
 */
public record LiveSource(Kind kind, String address) {
  /** How long it may say nothing. */
  static final Duration PATIENCE = Duration.ofSeconds(8);

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
    return SourceAddress.of(setting).flatMap(LiveSource::at);
  }

  private static Optional<LiveSource> at(SourceAddress address) {
    return Stream.of(Kind.RTSP, Kind.HTTP)
        .filter(kind -> kind.label.equals(address.scheme()))
        .findFirst()
        .map(kind -> new LiveSource(kind, address.whole()));
  }

  /** What may be shown of a setting that names no source: no user, password or query. */
  public static String hidden(String setting) {
    return SourceAddress.hidden(setting);
  }

  /** The name or the address of the machine that is asked; empty for a webcam. */
  public Optional<String> host() {
    return SourceAddress.of(address).map(SourceAddress::bareHost);
  }

  /** The address without user, password, query and whatever else may be secret. */
  public String shown() {
    return kind == Kind.WEBCAM ? "webcam " + address : SourceAddress.hidden(address);
  }

  /** How long libavformat waits for the source, and what else it is told of it. */
  Map<String, String> guards() {
    String micros = String.valueOf(PATIENCE.toNanos() / 1_000);
    return kind == Kind.RTSP
        ? Map.of("rtsp_transport", "tcp", "timeout", micros)
        : Map.of("rw_timeout", micros, "multiple_requests", "0", "icy", "0");
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
