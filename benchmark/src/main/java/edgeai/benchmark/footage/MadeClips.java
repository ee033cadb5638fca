package edgeai.benchmark.footage;

import edgeai.benchmark.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.IntFunction;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Clips of 1920x1080, 30 frames a second, painted ones, and long videos. What is encoded is kept
 * for the next run, what is only copied lies there until it is deleted.
 */
public final class MadeClips {
  /** Of the road, about what a camera or a telephone writes. */
  private static final long ROAD_BITS = 11_000_000;

  private static final int ROAD_SECONDS = 8;
  private static final int ROAD_TIMES = 5;

  /** Of the drawn street, for which this is enough. */
  private static final long STREET_BITS = 1_500_000;

  private static final int STREET_SECONDS = 12;

  private static final ClipEncoder.Shape LARGE = new ClipEncoder.Shape(1920, 1080, 30);

  private static final ClipEncoder.Shape PAINTED =
      new ClipEncoder.Shape(PaintedFrame.WIDTH, PaintedFrame.HEIGHT, PaintedFrame.FPS);

  /** Of painted clips, about what a camera sends that watches a street. */
  private static final long PAINTED_BITS = 2_000_000;

  /** Seconds from one key frame to the next. */
  private static final int KEY_SECONDS = 2;

  private final Run run;
  private final Path folder;

  /** In a folder of the run's own. */
  public MadeClips(Run run) throws IOException {
    this.run = run;
    folder = Files.createDirectories(run.scratch().resolve("clips"));
  }

  /** Eight seconds of a road, some 11 Mbit/s, each frame another one. */
  public Path shortRoad() throws IOException {
    return encoded("road-1080p.mp4", run.sample("highway.mp4"), ROAD_BITS, ROAD_SECONDS, 1);
  }

  /** Forty seconds of the same. */
  public Path road() throws IOException {
    return copied(shortRoad(), ROAD_TIMES);
  }

  /** The project's clip enlarged, some 1.5 Mbit/s, so many minutes of it. */
  public Path street(int minutes) throws IOException {
    Path clip = encoded("street-1080p.mp4", run.clip(), STREET_BITS, STREET_SECONDS, 2);
    return copied(clip, minutes * 60 / STREET_SECONDS);
  }

  /** One that is painted frame by frame. */
  public Path painted(String name, int frames, IntFunction<PaintedFrame> painter)
      throws IOException {
    return made(
        name,
        file -> {
          try (ClipEncoder encoder =
                  new ClipEncoder(file, PAINTED, PAINTED_BITS, KEY_SECONDS * PAINTED.fps());
              PaintBox box = new PaintBox()) {
            for (int frame = 0; frame < frames; frame++) {
              encoder.write(box.frame(painter.apply(frame)), 1);
            }
            encoder.end();
          }
        });
  }

  /** A clip so many times. */
  public Path copied(Path clip, int times) throws IOException {
    String name = clip.getFileName().toString().replace(".mp4", "-%dx.mp4".formatted(times));
    return made(name, file -> ClipLoop.copy(clip, file, times));
  }

  private Path encoded(String name, Path source, long bitRate, int seconds, int times)
      throws IOException {
    return made(
        name,
        file -> {
          try (ClipEncoder encoder =
              new ClipEncoder(file, LARGE, bitRate, KEY_SECONDS * LARGE.fps())) {
            encode(source, encoder, seconds * LARGE.fps() / times, times);
            encoder.end();
          }
        });
  }

  /** So many frames of the source, from its beginning again after its end. */
  private static void encode(Path source, ClipEncoder encoder, int frames, int times)
      throws IOException {
    int written = 0;
    while (written < frames) {
      try (PlainVideo video = new PlainVideo(source, Runtime.getRuntime().availableProcessors())) {
        for (AVFrame frame = video.next();
            frame != null && written < frames;
            frame = video.next()) {
          encoder.write(frame, times);
          written++;
        }
      }
    }
  }

  private interface Writing {
    void into(Path file) throws IOException;
  }

  private Path made(String name, Writing writing) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      Path unfinished = folder.resolve("unfinished-" + name);
      writing.into(unfinished);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }
}
