package edgeai.benchmark.loop;

import edgeai.common.vision.Detector;
import edgeai.common.vision.DetectorOptions;
import edgeai.common.vision.ModelException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

/**
 * A plain program that detects objects in videos: one thread decodes, some infer. For each line
 * with a file, a sampling rate and a number of frames it says how many frames it did in how many
 * nanoseconds, and what they took of the processors.
 */
public final class BareLoop {
  private static final String BLANK = "\t";

  private BareLoop() {}

  /** Expects model, provider, callers and threads of each. */
  public static void main(String[] arguments)
      throws ModelException, IOException, InterruptedException, ExecutionException {
    DetectorOptions options =
        new DetectorOptions(
            arguments[1], Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
    try (Detector detector = Detector.openWarm(Path.of(arguments[0]), options);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.println("ready");
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(BLANK);
        LoopPass pass = new LoopPass(detector, options.callers());
        System.out.println(
            pass.over(Path.of(words[0]), Double.parseDouble(words[1]), Integer.parseInt(words[2]))
                .text());
      }
    }
  }

  /** The line that asks for a pass. */
  static String request(Path file, double sampleFps, int mostFrames) {
    return String.join(
        BLANK, file.toString(), String.valueOf(sampleFps), String.valueOf(mostFrames));
  }
}
