package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import edgeai.common.fixture.TestVideos;
import edgeai.common.piece.PieceFrame;
import edgeai.common.piece.PieceHeader;
import edgeai.common.piece.PiecePacket;
import edgeai.common.video.PieceMaker.Cut;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pieces come from anybody: whatever they hold, they do not harm those after them. */
class PieceTormentTest {
  private static final PieceOutput OUTPUT = PieceOutput.pixels(32, 32, 90);
  private static final int FRAMES = 24;

  @TempDir static Path folder;

  private static Cut sound;

  @BeforeAll
  static void makePiece() throws Exception {
    Path file =
        TestVideos.video(folder.resolve("a.mp4")).encoder("libopenh264").frames(FRAMES).write();
    sound = new PieceMaker(file).whole(index -> true);
  }

  private static PieceDecoder start() throws VideoException {
    return PieceDecoder.start(DecoderHarness.COMMAND, VideoLimits.DEFAULT, DecoderHarness.TIMER);
  }

  private static void soundPieceWorks(PieceDecoder decoder) throws Exception {
    assertThat(PieceReadings.read(decoder, sound, 32, 32)).hasSize(FRAMES);
    assertThat(decoder.end()).isEqualTo(new PieceEnd(FRAMES, List.of()));
  }

  @Test
  void whateverIsChangedTheAnswerIsOfThisPieceAndTheNextPieceWorks() throws Exception {
    torment(0, 20);
  }

  @Test
  @Tag("long")
  void whateverElseIsChanged() throws Exception {
    torment(20, 100);
  }

  private static void torment(int firstSeed, int mutations) throws Exception {
    int refused = 0;
    try (PieceDecoder decoder = start()) {
      for (int seed = firstSeed; seed < firstSeed + mutations; seed++) {
        Cut wild = mutated(new Random(seed));
        try {
          List<PiecePicture> pictures = PieceReadings.read(decoder, wild, 32, 32);
          answersEachFrameOnce(wild.header().frames(), pictures, decoder.end());
        } catch (VideoException e) {
          assertThat(e.kind()).isNotEqualTo(VideoException.Kind.UNAVAILABLE);
          refused++;
        }
        if (seed % 20 == 0) {
          soundPieceWorks(decoder);
        }
      }
      soundPieceWorks(decoder);
    }
    assertThat(refused).isLessThan(mutations / 4);
  }

  private static void answersEachFrameOnce(
      List<PieceFrame> wanted, List<PiecePicture> pictures, PieceEnd end) {
    List<Long> answered = new ArrayList<>(pictures.stream().map(PiecePicture::id).toList());
    assertThat(answered).isSorted();
    answered.addAll(end.missed().stream().map(MissedFrame::id).toList());
    assertThat(answered)
        .containsExactlyInAnyOrderElementsOf(wanted.stream().map(PieceFrame::id).toList());
    Set<Long> indices = new HashSet<>(wanted.stream().map(PieceFrame::index).toList());
    assertThat(pictures).allMatch(picture -> indices.contains(picture.index()));
  }

  /** Changes the track, the prefix, what is said of packets, or their bytes. */
  private static Cut mutated(Random random) {
    PieceHeader header = sound.header();
    byte[] payload = sound.payload().clone();
    byte[] track = header.track().clone();
    byte[] prefix = header.prefix();
    List<PiecePacket> packets = new ArrayList<>(header.packets());
    switch (random.nextInt(6)) {
      case 0 -> spoil(track, 1 + random.nextInt(3), random);
      case 1 -> random.nextBytes(prefix = new byte[1 + random.nextInt(200)]);
      case 2 -> spoil(payload, 1 + random.nextInt(200), random);
      case 3 -> packets.replaceAll(packet -> shifted(packet, random));
      case 4 -> payload = without(packets, payload, random.nextInt(packets.size()));
      default -> random.nextBytes(payload);
    }
    return new Cut(new PieceHeader(track, prefix, 0.5, header.frames(), packets), payload);
  }

  private static void spoil(byte[] bytes, int times, Random random) {
    for (int i = 0; i < times; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
  }

  private static PiecePacket shifted(PiecePacket packet, Random random) {
    return random.nextInt(4) > 0
        ? packet
        : new PiecePacket(packet.size(), random.nextLong() >> 8, random.nextLong(), -1);
  }

  private static byte[] without(List<PiecePacket> packets, byte[] payload, int number) {
    int from = packets.subList(0, number).stream().mapToInt(PiecePacket::size).sum();
    int size = packets.remove(number).size();
    byte[] rest = new byte[payload.length - size];
    System.arraycopy(payload, 0, rest, 0, from);
    System.arraycopy(payload, from + size, rest, from, payload.length - from - size);
    return rest;
  }

  @Test
  void aPayloadThatBreaksOffIsTheSendersFaultAndTheChildStays() throws Exception {
    try (PieceDecoder decoder = start()) {
      soundPieceWorks(decoder);
      long child = decoder.pid();
      byte[] half = new byte[sound.payload().length / 2];
      assertThatThrownBy(
              () -> decoder.begin(sound.header(), new ByteArrayInputStream(half), OUTPUT))
          .isInstanceOf(EOFException.class);
      InputStream failing =
          new SequenceInputStream(
              new ByteArrayInputStream(half),
              new InputStream() {
                @Override
                public int read() throws IOException {
                  throw new IOException("the line is cut");
                }
              });
      assertThatThrownBy(() -> decoder.begin(sound.header(), failing, OUTPUT))
          .hasMessage("the line is cut");
      soundPieceWorks(decoder);
      assertThat(decoder.pid()).isEqualTo(child);
    }
  }

  @Test
  void aChildThatDiedIsReplacedForTheNextPiece() throws Exception {
    try (PieceDecoder decoder = start()) {
      soundPieceWorks(decoder);
      ProcessHandle child = ProcessHandle.of(decoder.pid()).orElseThrow();
      child.destroyForcibly();
      VideoException crash =
          catchThrowableOfType(
              VideoException.class, () -> PieceReadings.read(decoder, sound, 32, 32));
      assertThat(crash.kind()).isEqualTo(VideoException.Kind.BROKE_DECODER);
      soundPieceWorks(decoder);
      assertThat(decoder.pid()).isNotEqualTo(child.pid());
    }
  }

  @Test
  void framesThatAreTooLargeAreRefused() throws Exception {
    try (PieceDecoder decoder =
        PieceDecoder.start(
            DecoderHarness.COMMAND,
            VideoLimits.DEFAULT.withMaxPixels(1_000),
            DecoderHarness.TIMER)) {
      assertThatThrownBy(() -> PieceReadings.read(decoder, sound, 32, 32))
          .isInstanceOf(VideoException.class)
          .hasMessage("has frames of 160x120 pixels, more than the 1000 allowed");
    }
  }

  @Test
  void aTrackOfAnotherVersionIsRefused() throws Exception {
    byte[] track = sound.header().track().clone();
    track[3]++;
    PieceHeader header = sound.header();
    Cut other =
        new Cut(
            new PieceHeader(track, new byte[0], 0.5, header.frames(), header.packets()),
            sound.payload());
    assertThatThrownBy(() -> PieceHarness.pictures(other))
        .isInstanceOf(VideoException.class)
        .hasMessage("comes with a description of its track that cannot be read");
  }

  @Test
  void theOrderOfCallsIsKept() throws Exception {
    PieceDecoder decoder = start();
    assertThatThrownBy(decoder::next).isInstanceOf(IllegalStateException.class);
    decoder.begin(sound.header(), new ByteArrayInputStream(sound.payload()), OUTPUT);
    assertThatThrownBy(decoder::end).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> decoder.begin(sound.header(), new ByteArrayInputStream(sound.payload()), OUTPUT))
        .isInstanceOf(IllegalStateException.class);
    decoder.close();
    assertThatThrownBy(decoder::next).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> decoder.begin(sound.header(), new ByteArrayInputStream(sound.payload()), OUTPUT))
        .isInstanceOf(IllegalStateException.class);
  }
}
