package edgeai.common.video;

import edgeai.common.piece.PieceHeader;
import edgeai.common.piece.VideoIndexWriter;
import edgeai.common.syntax.CodedPicture;
import edgeai.common.syntax.UnprovenException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The places where decoding can begin, and which frames and packets are between two of them. Frames
 * that follow a place and are shown before it belong to what comes before: they may refer to it.
 */
final class CleanPlaces {
  /** Pieces are to be shared out among workers, which one without an end can not be. */
  static final int MOST_FRAMES = 1 << 10;

  /** A place, and the packet after those that follow it and are shown before it. */
  private static final class Place {
    final int packet;
    final long pts;
    final byte[] prefix;
    int led;
    boolean followed;

    Place(int packet, long pts, byte[] prefix) {
      this.packet = packet;
      this.pts = pts;
      this.prefix = prefix;
      this.led = packet + 1;
    }
  }

  private final List<Place> places = new ArrayList<>();
  private long bytes;

  /** Takes a packet by its number. */
  void add(int number, int size, long pts, CodedPicture picture, boolean discarded)
      throws UnprovenException {
    if (picture.clean() && (places.isEmpty() || picture.shown() && !discarded)) {
      begin(number, pts, picture);
    } else if (picture.shown() && !discarded) {
      follow(number, pts);
    }
    bytes += size;
    if (bytes > PieceHeader.MAX_PAYLOAD || number + 1 - last() > PieceHeader.MAX_PACKETS) {
      throw endless();
    }
  }

  private int last() {
    return places.isEmpty() ? 0 : places.get(places.size() - 1).packet;
  }

  private void begin(int number, long pts, CodedPicture picture) throws UnprovenException {
    if (!places.isEmpty() && places.get(places.size() - 1).pts >= pts) {
      throw new UnprovenException("has key frames whose times run backwards");
    }
    // what comes before the first place shows nothing: parameters
    places.add(new Place(places.isEmpty() ? 0 : number, pts, picture.prefix()));
    bytes = 0;
  }

  private void follow(int number, long pts) throws UnprovenException {
    if (places.isEmpty()) {
      throw new UnprovenException("begins with frames that refer to what came before it");
    }
    Place place = places.get(places.size() - 1);
    if (pts > place.pts) {
      place.followed = true;
    } else if (place.followed || places.size() == 1) {
      throw new UnprovenException(
          places.size() == 1
              ? "begins with frames that refer to what came before it"
              : "has frames in an order in which it cannot be cut");
    } else {
      place.led = number + 1;
    }
  }

  private static UnprovenException endless() {
    return new UnprovenException("has key frames too far apart");
  }

  /** Writes frames, with their times, and segments. */
  void write(DisplayOrder frames, FrameTimes times, int packets, VideoIndexWriter out)
      throws UnprovenException, IOException {
    if (places.isEmpty()) {
      throw new UnprovenException("has no key frames of its own");
    }
    int[] first = new int[places.size() + 1];
    int segment = 0;
    for (int i = 0; i < frames.count(); i++) {
      while (segment + 1 < places.size() && frames.pts(i) >= places.get(segment + 1).pts) {
        first[++segment] = i;
      }
      check(frames.packet(i), segment, packets);
      out.frame(times.micros(frames.pts(i)), frames.packet(i), segment);
    }
    first[places.size()] = frames.count();
    for (int i = 0; i < places.size(); i++) {
      if (segment != places.size() - 1 || first[i + 1] <= first[i]) {
        throw new UnprovenException("has key frames that are not shown");
      }
      if (first[i + 1] - first[i] > MOST_FRAMES) {
        throw endless();
      }
      Place place = places.get(i);
      if (!out.segment(place.packet, place.led, end(i, packets), first[i], place.prefix)) {
        throw new UnprovenException("changes its parameters too often");
      }
    }
  }

  private void check(int packet, int segment, int packets) throws UnprovenException {
    Place place = places.get(segment);
    boolean leads = packet > place.packet && packet < place.led;
    if (packet < place.packet || packet >= end(segment, packets) || leads) {
      throw new UnprovenException("has frames in an order in which it cannot be cut");
    }
  }

  private int end(int segment, int packets) {
    return segment + 1 == places.size() ? packets : endBefore(places.get(segment + 1));
  }

  /** The next place itself goes along with frames that lead it, since they refer to it. */
  private static int endBefore(Place next) {
    return next.led == next.packet + 1 ? next.packet : next.led;
  }

  /** When a frame with a timestamp is shown. */
  interface FrameTimes {
    long micros(long pts) throws UnprovenException;
  }
}
