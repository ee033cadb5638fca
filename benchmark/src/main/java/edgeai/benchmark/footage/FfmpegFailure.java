package edgeai.benchmark.footage;

import java.io.IOException;

/** What FFmpeg could not do. */
final class FfmpegFailure extends IOException {
  private FfmpegFailure(String what, int error) {
    super("%s: FFmpeg's error %d".formatted(what, error));
  }

  /** Throws where FFmpeg's answer is an error. */
  static void check(int answer, String what) throws FfmpegFailure {
    if (answer < 0) {
      throw new FfmpegFailure(what, answer);
    }
  }
}
