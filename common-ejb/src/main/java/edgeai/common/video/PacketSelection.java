package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_clone;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_move_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import edgeai.common.syntax.CodedPicture;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Reads the packets of a file whose frames are sampled, and leaves out those of frames that are not
 * taken and that no other frame needs: spare ones, and all between the last one taken and the next
 * clean place. For that it reads ahead by two groups. What is not proven, of packets or their
 * times, is read as it is, and so is all that follows.
 */
final class PacketSelection implements AutoCloseable {
  private static final int MOST_PACKETS = 1 << 11;
  private static final long MOST_BYTES = 64L << 20;

  private final MediaFile file;
  private final PacketSyntax syntax;
  private final MediaClock clock;
  private final FrameSampler sampler;
  private final AVPacket packet = av_packet_alloc();
  private final Queue<Chosen> chosen = new ArrayDeque<>();
  private final PriorityQueue<Long> passedOver = new PriorityQueue<>();
  private final PacketGroup before = new PacketGroup();
  private final PacketGroup newest = new PacketGroup();
  private long lastTime = Long.MIN_VALUE;
  private boolean leftOut;
  private boolean trusted = true;
  private int end;

  private record Chosen(AVPacket packet, boolean afterGap) {}

  PacketSelection(MediaFile file, double sampleFps) {
    this.file = file;
    this.syntax = new PacketSyntax(file);
    this.clock = file.times().clock();
    this.sampler = new FrameSampler(sampleFps);
  }

  /** Whether the frames of a request may be told by their packets. */
  static boolean suits(DecodeRequest request, MediaFile file) {
    return request.source().isEmpty()
        && request.sampleFps() > 0
        && request.range().isAll()
        && file.tellsTimes()
        && !Deinterlacer.isDeclared(file.parameters().field_order());
  }

  /** Reads the next packet that is to be decoded, as {@link MediaFile#read} does. */
  int read(AVPacket next) {
    readAhead();
    Chosen ready = chosen.poll();
    if (ready == null) {
      return end < 0 ? end : file.read(next);
    }
    av_packet_move_ref(next, ready.packet());
    av_packet_free(ready.packet());
    return 0;
  }

  /** Whether the packet that {@link #read} gives next needs nothing of what was read before. */
  boolean isBeforeGap() {
    readAhead();
    return !chosen.isEmpty() && chosen.peek().afterGap();
  }

  /** When a frame is shown that was left out, and is shown before this time; null for none. */
  Long passedOver(long pts) {
    Long first = passedOver.peek();
    return first != null && first < pts ? passedOver.poll() : null;
  }

  private void readAhead() {
    while (chosen.isEmpty() && trusted && end == 0) {
      end = Math.min(0, file.read(packet));
      if (end < 0) {
        finish();
      } else if (packet.stream_index() == file.trackIndex() && packet.size() > 0) {
        take();
      }
      av_packet_unref(packet);
    }
  }

  private void take() {
    Optional<CodedPicture> picture = isPlain() ? syntax.read(packet) : Optional.empty();
    boolean clean = picture.filter(CodedPicture::clean).isPresent();
    if (clean && !newest.isEmpty()) {
      settle();
    }
    if (trusted && (picture.isEmpty() || newest.isEmpty() && !clean)) {
      giveUp();
    }
    if (!trusted) {
      ready(List.of(av_packet_clone(packet)));
      return;
    }
    newest.add(packet, picture.get());
    if (before.count() + newest.count() > MOST_PACKETS
        || before.bytes() + newest.bytes() > MOST_BYTES) {
      giveUp();
    }
  }

  private boolean isPlain() {
    return (packet.flags() & (AV_PKT_FLAG_CORRUPT | AV_PKT_FLAG_DISCARD)) == 0
        && packet.side_data_elems() == 0
        && packet.pts() != AV_NOPTS_VALUE;
  }

  /** The newest group is whole, so the one before it can be done with, unless it is needed. */
  private void settle() {
    if (!before.isEmpty() && !newest.isLed()) {
      choose(before, !before.isCodedAs(newest));
    }
    before.join(newest);
  }

  private void finish() {
    settle();
    if (trusted) {
      choose(before, false);
    }
  }

  private void choose(PacketGroup group, boolean withTail) {
    long[] times = group.times(lastTime);
    if (times == null) {
      giveUp();
      return;
    }
    Set<Long> wanted = new HashSet<>();
    for (long time : times) {
      if (sampler.takes(clock.micros(file.seconds(time)))) {
        wanted.add(time);
      }
      lastTime = time;
    }
    List<AVPacket> needed = new ArrayList<>();
    boolean tailLeftOut = group.choose(wanted::contains, withTail, needed, passedOver);
    ready(needed);
    leftOut |= tailLeftOut;
  }

  private void ready(List<AVPacket> packets) {
    for (AVPacket each : packets) {
      chosen.add(new Chosen(each, leftOut));
      leftOut = false;
    }
  }

  private void giveUp() {
    trusted = false;
    ready(before.takeAll());
    ready(newest.takeAll());
  }

  @Override
  public void close() {
    chosen.forEach(each -> av_packet_free(each.packet()));
    before.close();
    newest.close();
    syntax.close();
    av_packet_free(packet);
  }
}
