package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_BAD_REQUEST;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_FORBIDDEN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_OTHER_4XX;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_SERVER_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_TOO_MANY_REQUESTS;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_UNAUTHORIZED;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_PROTOCOL_NOT_FOUND;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EINVAL;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/**
 * Finds out why a live source gives nothing, and puts it into a sentence for a person. Where
 * FFmpeg's error does not tell, the place is tried once more, by a connection that asks nothing.
 */
final class StreamFailure {
  private static final int CONNECT_MS = 3_000;
  private static final int RTSP_PORT = 554;
  private static final int HTTP_PORT = 80;

  /** {@code EPROTONOSUPPORT} of Linux and of macOS: no transport that both sides speak. */
  private static final int NO_TRANSPORT_LINUX = -93;

  private static final int NO_TRANSPORT_MACOS = -43;

  private final LiveSource source;
  private final SourceAddress address;
  private final StreamPatience patience;

  StreamFailure(LiveSource source, StreamPatience patience) {
    this.source = source;
    this.patience = patience;
    this.address = SourceAddress.of(source.address()).orElseThrow();
  }

  /** For FFmpeg's error while the source was opened. */
  VideoException opening(int error) {
    if (error == AVERROR_HTTP_UNAUTHORIZED) {
      return unauthorized(
          address.hasLogin()
              ? "answered 401: the user or the password is wrong"
              : "answered 401: it wants a user and a password (scheme://user:password@host/...)");
    }
    if (error == AVERROR_HTTP_FORBIDDEN) {
      return unauthorized("answered 403: this user may not watch it");
    }
    String status = status(error);
    return VideoException.refused(status == null ? unanswered(error) : status);
  }

  private static VideoException unauthorized(String sentence) {
    return VideoException.of(new DecoderMessage.Refusal(sentence, true));
  }

  private static String status(int error) {
    if (error == AVERROR_HTTP_NOT_FOUND) {
      return "answered 404: there is no such path";
    }
    if (error == AVERROR_HTTP_BAD_REQUEST) {
      return "answered 400: it does not understand this address";
    }
    if (error == AVERROR_HTTP_TOO_MANY_REQUESTS) {
      return "answered 429: it has been asked too often";
    }
    if (error == AVERROR_HTTP_OTHER_4XX) {
      return "answered that it does not take this request (an error from 400 to 499)";
    }
    if (error == AVERROR_HTTP_SERVER_ERROR) {
      return "answered that something is wrong with itself (an error from 500 to 599)";
    }
    return null;
  }

  private String unanswered(int error) {
    boolean isRtsp = source.kind() == LiveSource.Kind.RTSP;
    if (isRtsp && (error == NO_TRANSPORT_LINUX || error == NO_TRANSPORT_MACOS)) {
      return "needs UDP, and only TCP is taken: let the camera send RTP over TCP";
    }
    boolean late = patience.isSpent();
    String unreachable = unreachable(address.place(isRtsp ? RTSP_PORT : HTTP_PORT));
    if (unreachable != null) {
      return unreachable;
    }
    if (late) {
      return "timed out: it takes the connection and does not answer within " + seconds();
    }
    if (!isRtsp && (error == AVERROR_PROTOCOL_NOT_FOUND || error == AVERROR_EINVAL())) {
      return "redirects to an address that is not http://, such as https://";
    }
    return "answers something that is no " + (isRtsp ? "RTSP" : "HTTP");
  }

  /** Why the place takes no connection, null where it takes one. */
  private String unreachable(InetSocketAddress place) {
    String name = "%s:%d".formatted(place.getHostString(), place.getPort());
    if (place.isUnresolved()) {
      return "has a name that cannot be found (" + place.getHostString() + ")";
    }
    try (Socket socket = new Socket()) {
      socket.connect(place, CONNECT_MS);
      return null;
    } catch (ConnectException e) {
      return "refused the connection: nothing listens at " + name;
    } catch (SocketTimeoutException e) {
      return "timed out: " + name + " takes no connection";
    } catch (IOException e) {
      return "cannot be reached: there is no way to " + name;
    }
  }

  /** For FFmpeg's error while it was read. */
  VideoException reading(int error) {
    if (patience.isSpent()) {
      return VideoException.refused("timed out: nothing came for " + seconds());
    }
    boolean ended = error == AVERROR_EOF || error == 0;
    return VideoException.refused(
        ended ? "ended" : "sends nothing that can be read as a video, or broke off");
  }

  private static String seconds() {
    return LiveSource.PATIENCE.toSeconds() + " s";
  }
}
