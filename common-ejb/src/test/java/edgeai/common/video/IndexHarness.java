package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.piece.Piece;
import edgeai.common.piece.Segment;
import edgeai.common.piece.VideoIndex;
import edgeai.common.piece.WantedFrame;
import edgeai.common.video.DecoderHarness.Reading;
import edgeai.common.video.PieceHarness.Answer;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;

/** Indexes as the child does, in this process, and holds all that is cut against the whole. */
final class IndexHarness {
  private static final int CUTS = 12;

  private IndexHarness() {}

  static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".index");
  }

  static IndexReport index(Path file) throws VideoException, IOException {
    return index(file, VideoLimits.DEFAULT);
  }

  static IndexReport index(Path file, VideoLimits limits) throws VideoException, IOException {
    DecodeRequest request = DecodeRequest.ofIndex(file, beside(file), limits);
    try (MediaFile media = new MediaFile(request)) {
      DataOutputStream nowhere = new DataOutputStream(OutputStream.nullOutputStream());
      return new IndexSession(request, media, nowhere).run();
    }
  }

  /** Why a file goes by frames, which must have a reason. */
  static String reason(Path file) throws VideoException, IOException {
    IndexReport report = index(file);
    assertThat(report.usable()).isFalse();
    assertThat(report.frames()).isZero();
    return report.reason();
  }

  /**
   * Cuts a file in many ways and compares times and pictures with those of decoding it from its
   * beginning; gives the number of its segments.
   */
  static int segments(Path file) throws VideoException, IOException {
    return segments(file, false);
  }

  /** The same of a file in which frames may be found to be faulty, and be given by nobody. */
  static int segments(Path file, boolean faulty) throws VideoException, IOException {
    assertThat(index(file))
        .extracting(IndexReport::usable, IndexReport::reason)
        .containsExactly(true, null);
    Reading all = SessionHarness.read(file);
    try (VideoIndex index = VideoIndex.open(beside(file), file)) {
      assertThat(LongStream.range(0, index.frames()).mapToObj(f -> index.micros(f) / 1000))
          .isEqualTo(all.times());
      Random random = new Random(7);
      long next = 0;
      for (int i = 0; i < index.segments(); i++) {
        Segment segment = index.segment(i);
        assertThat(segment.firstFrame()).isEqualTo(next);
        next = segment.endFrame();
        if (i < CUTS) {
          compare(index, all, i, i, 1, 0, faulty);
        }
      }
      assertThat(next).isEqualTo(index.frames());
      for (int i = 0; i < CUTS; i++) {
        int first = random.nextInt(index.segments());
        int last = first + random.nextInt(Math.min(6, index.segments() - first));
        int step = 1 + random.nextInt(30);
        compare(index, all, first, last, step, random.nextInt(step), faulty);
      }
      return index.segments();
    }
  }

  private static void compare(
      VideoIndex index, Reading all, int first, int last, int step, int rest, boolean faulty)
      throws VideoException, IOException {
    List<WantedFrame> wanted =
        LongStream.range(index.segment(first).firstFrame(), index.segment(last).endFrame())
            .filter(frame -> frame % step == rest)
            .mapToObj(frame -> new WantedFrame(frame + 1, frame, true))
            .toList();
    if (wanted.isEmpty()) {
      return;
    }
    Piece piece = index.cut(first, last, wanted, Double.NaN);
    try (InputStream payload = piece.openPayload()) {
      Answer answer =
          PieceHarness.pictures(new PieceMaker.Cut(piece.header(), payload.readAllBytes()));
      long faults = answer.report().faults().stream().filter(Objects::nonNull).count();
      assertThat(faults).isLessThanOrEqualTo(faulty ? wanted.size() : 0);
      assertThat(answer.shots()).hasSize(wanted.size() - (int) faults);
      for (PieceShot shot : answer.shots()) {
        int frame = (int) wanted.get(shot.position()).index();
        assertThat(shot.jpeg())
            .describedAs("frame %d of segments %d to %d", frame, first, last)
            .isEqualTo(all.frames().get(frame).jpeg());
      }
    }
  }
}
