package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_clone;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;

import edgeai.common.syntax.CodedPicture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.function.LongPredicate;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Packets from one clean place to before another, in the order in which they are decoded. */
final class PacketGroup implements AutoCloseable {
  private final List<Member> members = new ArrayList<>();
  private long bytes;

  private record Member(AVPacket packet, CodedPicture picture) {
    long pts() {
      return packet.pts();
    }
  }

  /** Takes a copy of a packet. */
  void add(AVPacket packet, CodedPicture picture) {
    members.add(new Member(av_packet_clone(packet), picture));
    bytes += packet.size();
  }

  int count() {
    return members.size();
  }

  long bytes() {
    return bytes;
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  /** Whether frames are shown before that of its first packet, and so may need what is before. */
  boolean isLed() {
    return members.stream()
        .anyMatch(member -> member.picture().shown() && member.pts() < members.get(0).pts());
  }

  /** Whether the same parameter sets are in force before both, so that there are no new ones. */
  boolean isCodedAs(PacketGroup next) {
    return Arrays.equals(members.get(0).picture().prefix(), next.members.get(0).picture().prefix());
  }

  /**
   * The times of its frames as they are shown; null where two are the same, one is not after the
   * given time, or the codec shows them in another order.
   */
  long[] times(long after) {
    List<Member> shown =
        members.stream()
            .filter(member -> member.picture().shown())
            .sorted(Comparator.comparingLong(Member::pts))
            .toList();
    long last = after;
    long order = Long.MIN_VALUE;
    for (Member each : shown) {
      if (each.pts() <= last || each.picture().order() <= order) {
        return null;
      }
      last = each.pts();
      order = each.picture().order();
    }
    return shown.stream().mapToLong(Member::pts).toArray();
  }

  /**
   * Hands over the packets that wanted frames need.
   *
   * @param withTail also those that follow the last wanted frame's: the next group needs them
   * @param passedOver gets the times of frames whose packets are left out
   * @return whether those at the end are left out, so that the next group is decoded anew
   */
  boolean choose(
      LongPredicate wanted, boolean withTail, List<AVPacket> chosen, Queue<Long> passedOver) {
    int end = members.size();
    if (!withTail) {
      while (end > 0 && !isWanted(members.get(end - 1), wanted)) {
        end--;
      }
    }
    for (int i = 0; i < members.size(); i++) {
      Member each = members.get(i);
      boolean shown = each.picture().shown();
      if (i < end && (isWanted(each, wanted) || !shown || !each.picture().spare())) {
        chosen.add(each.packet());
      } else {
        if (shown) {
          passedOver.add(each.pts());
        }
        av_packet_free(each.packet());
      }
    }
    boolean leftOut = end < members.size();
    members.clear();
    bytes = 0;
    return leftOut;
  }

  private static boolean isWanted(Member member, LongPredicate wanted) {
    return member.picture().shown() && wanted.test(member.pts());
  }

  /** Hands over all. */
  List<AVPacket> takeAll() {
    List<AVPacket> all = members.stream().map(Member::packet).toList();
    members.clear();
    bytes = 0;
    return all;
  }

  /** Takes over the packets of the group that follows. */
  void join(PacketGroup next) {
    members.addAll(next.members);
    bytes += next.bytes;
    next.members.clear();
    next.bytes = 0;
  }

  @Override
  public void close() {
    members.forEach(member -> av_packet_free(member.packet()));
    members.clear();
  }
}
