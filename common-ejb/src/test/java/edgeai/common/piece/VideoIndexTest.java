package edgeai.common.piece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three segments of an imagined video, whose packets have ten bytes and lie five bytes apart. */
class VideoIndexTest {
  private static final byte[] TRACK = {7, 8, 9};
  private static final byte[] NONE = {};
  private static final byte[] SETS = {1, 2};
  private static final int PACKETS = 12;
  private static final int SIZE = 10;
  private static final int APART = 15;
  private static final int SPARE = 2;

  @TempDir Path folder;
  private Path video;
  private Path index;

  @BeforeEach
  void writeVideo() throws IOException {
    byte[] bytes = new byte[PACKETS * APART];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i % APART < SIZE ? i / APART : -1);
    }
    video = Files.write(folder.resolve("video"), bytes);
    index = folder.resolve("index");
    write(NONE);
  }

  /**
   * Packets of frame 0 to 11 as they are decoded: 0 2 1 3, 4 6 5 7, and one whose place at 10 is
   * led by frames 8 and 9, which belong to what is before it.
   */
  private void write(byte[] lastPrefix) throws IOException {
    int[] shown = {0, 2, 1, 3, 4, 6, 5, 7, 10, 8, 9, 11};
    int[] packets = new int[PACKETS];
    try (VideoIndexWriter out = new VideoIndexWriter(index)) {
      for (int i = 0; i < PACKETS; i++) {
        packets[shown[i]] = i;
        int flags = i == SPARE ? PiecePacket.SPARE : 0;
        out.packet((long) i * APART, new PiecePacket(SIZE, 100L * shown[i], i, flags));
      }
      for (int i = 0; i < PACKETS; i++) {
        out.frame(40_000L * i, packets[i], i < 4 ? 0 : i < 10 ? 1 : 2);
      }
      out.segment(0, 1, 4, 0, NONE);
      out.segment(4, 5, 11, 4, NONE);
      out.segment(8, 11, 12, 10, lastPrefix);
      out.finish(Files.size(video), TRACK, "is long");
    }
  }

  private static List<WantedFrame> frames(long... indices) {
    return LongStream.of(indices).mapToObj(i -> new WantedFrame(i + 1, i, i == 5)).toList();
  }

  private Piece cut(int first, int last, long... indices) throws IOException {
    try (VideoIndex opened = VideoIndex.open(index, video)) {
      return opened.cut(first, last, frames(indices), 0.5);
    }
  }

  /** Numbers of the packets of a piece, those after a gap as negative ones. */
  private static List<Integer> packets(Piece piece) throws IOException {
    try (DataInputStream in = new DataInputStream(piece.open())) {
      PieceHeader header = PieceHeader.read(in);
      assertThat(header.frames()).isEqualTo(piece.header().frames());
      byte[] payload = in.readAllBytes();
      assertThat(piece.length()).isEqualTo(header.bytes().length + payload.length);
      return header.packets().stream()
          .map(each -> each.isAfterGap() ? -(int) each.dts() : (int) each.dts())
          .peek(each -> assertThat(payload).contains((byte) Math.abs(each)))
          .toList();
    }
  }

  @Test
  void tellsFramesAndSegments() throws IOException {
    try (VideoIndex opened = VideoIndex.open(index, video)) {
      assertThat(opened.frames()).isEqualTo(12);
      assertThat(opened.micros(11)).isEqualTo(440_000);
      assertThat(opened.segments()).isEqualTo(3);
      assertThat(opened.segment(0)).isEqualTo(new Segment(0, 0, 4, 40, 4));
      assertThat(opened.segment(1)).isEqualTo(new Segment(1, 4, 10, 70, 7));
      assertThat(opened.segment(2)).isEqualTo(new Segment(2, 10, 12, 20, 2));
      assertThat(opened.segmentOf(9)).isEqualTo(1);
      assertThat(opened.segmentOf(10)).isEqualTo(2);
      assertThat(opened.remark()).isEqualTo("is long");
    }
  }

  @Test
  void aLongOneTellsTheSameInWhateverOrderItIsAsked() throws IOException {
    int frames = 3_000;
    int perSegment = 4;
    try (VideoIndexWriter out = new VideoIndexWriter(index)) {
      for (int i = 0; i < frames; i++) {
        out.packet(i % PACKETS, new PiecePacket(1 + i % SIZE, i, i, 0));
      }
      for (int i = 0; i < frames; i++) {
        out.frame(40_000L * i, i, i / perSegment);
      }
      for (int i = 0; i < frames; i += perSegment) {
        out.segment(i, i + 1, i + perSegment, i, NONE);
      }
      out.finish(Files.size(video), TRACK, "");
    }
    List<Integer> asked = IntStream.range(0, frames).boxed().collect(Collectors.toList());
    try (VideoIndex opened = VideoIndex.open(index, video)) {
      for (int round = 0; round < 3; round++) {
        for (int frame : asked) {
          assertThat(opened.micros(frame)).isEqualTo(40_000L * frame);
          assertThat(opened.segmentOf(frame)).isEqualTo(frame / perSegment);
          int first = frame - frame % perSegment;
          long bytes = IntStream.range(first, first + perSegment).map(i -> 1 + i % SIZE).sum();
          assertThat(opened.segment(frame / perSegment).bytes()).isEqualTo(bytes);
        }
        Collections.shuffle(asked, new Random(round));
      }
    }
  }

  @Test
  void aPieceSaysWhatIsWantedOfIt() throws IOException {
    Piece piece = cut(1, 1, 5, 7);
    assertThat(piece.header().track()).isEqualTo(TRACK);
    assertThat(piece.header().confidence()).isEqualTo(0.5);
    assertThat(piece.header().frames())
        .containsExactly(
            new PieceFrame(6, 5, 500, 200_000, true), new PieceFrame(8, 7, 700, 280_000, false));
  }

  @Test
  void packetsBehindTheLastNeededOneAreLeftOut() throws IOException {
    assertThat(packets(cut(0, 0, 0))).containsExactly(0);
    assertThat(packets(cut(0, 0, 1))).containsExactly(0, 1, 2);
    assertThat(packets(cut(0, 0, 0, 1, 2, 3))).containsExactly(0, 1, 2, 3);
  }

  @Test
  void whatNothingRefersToIsLeftOutUnlessItIsWanted() throws IOException {
    assertThat(packets(cut(0, 0, 3))).containsExactly(0, 1, 3);
    assertThat(packets(cut(0, 0, 1, 3))).containsExactly(0, 1, 2, 3);
  }

  @Test
  void framesThatLeadAPlaceComeOfWhatIsBeforeIt() throws IOException {
    assertThat(packets(cut(1, 1, 9))).containsExactly(4, 5, 6, 7, 8, 9, 10);
    assertThat(packets(cut(2, 2, 10, 11))).containsExactly(8, 11);
    assertThat(packets(cut(1, 2, 8, 11))).containsExactly(4, 5, 6, 7, 8, 9, 10, 11);
  }

  @Test
  void whatNobodyWantsIsPassedOver() throws IOException {
    assertThat(packets(cut(0, 2, 0, 4, 10))).containsExactly(0, -4, -8);
    assertThat(packets(cut(0, 2, 3, 11))).containsExactly(0, 1, 3, -8, 11);
    assertThat(packets(cut(0, 2, 0, 1, 2, 3, 4, 5, 6, 7, 10))).doesNotContain(-4, -8, 9, 10);
  }

  @Test
  void noGapIsLeftWhereParametersMayChangeInIt() throws IOException {
    write(SETS);
    assertThat(packets(cut(0, 2, 0, 11))).containsExactly(0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    assertThat(cut(2, 2, 11).header().prefix()).isEqualTo(SETS);
    assertThat(cut(0, 2, 0, 11).header().prefix()).isEmpty();
  }

  @Test
  void whatIsNotOfThePieceCannotBeWanted() {
    assertThatThrownBy(() -> cut(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cut(0, 0, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cut(0, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cut(0, 2, 12)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aVideoThatBecameShorterIsNoticed() throws IOException {
    Piece piece = cut(2, 2, 11);
    Files.write(video, new byte[50]);
    try (InputStream in = piece.open()) {
      assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> VideoIndex.open(index, video)).isInstanceOf(IOException.class);
  }

  /** It was written by a process that read an untrusted video. */
  @Test
  void noNumberIsBelieved() throws IOException {
    long length = Files.size(index);
    byte[] whole = Files.readAllBytes(index);
    for (int at = 0; at + 4 <= length; at += 4) {
      for (int value : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 20}) {
        Files.write(index, whole);
        try (RandomAccessFile file = new RandomAccessFile(index.toFile(), "rw")) {
          file.seek(at);
          file.writeInt(value);
        }
        readAll();
      }
    }
  }

  @Test
  void aPartIsNoIndex() throws IOException {
    byte[] whole = Files.readAllBytes(index);
    for (int length : new int[] {0, 10, 100, whole.length - 1}) {
      Files.write(index, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> VideoIndex.open(index, video)).isInstanceOf(IOException.class);
    }
  }

  private void readAll() throws IOException {
    try (VideoIndex opened = VideoIndex.open(index, video)) {
      for (int i = 0; i < Math.min(20, opened.segments()); i++) {
        Segment segment = opened.segment(i);
        for (long frame = segment.firstFrame(); frame < segment.endFrame(); frame++) {
          Piece piece = opened.cut(i, i, List.of(new WantedFrame(1, frame, false)), Double.NaN);
          try (InputStream in = piece.open()) {
            assertThat(in.readAllBytes()).hasSizeLessThan(10_000);
          }
        }
      }
    } catch (IOException | UncheckedIOException e) {
      assertThat(e).isNotNull(); // refused, which is as good
    }
  }
}
