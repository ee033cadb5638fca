package edgeai.benchmark.loop;

import com.sun.management.OperatingSystemMXBean;
import edgeai.benchmark.footage.PlainVideo;
import edgeai.common.vision.Detector;
import edgeai.common.vision.Picture;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** One way through a video: decoded and scaled by one thread, inferred by others beside it. */
final class LoopPass {
  private static final double CONFIDENCE = 0.4;

  /** A frame of thirty a second comes by so much too early where times are rounded. */
  private static final double EARLY_SECONDS = 0.001;

  private final Detector detector;
  private final int callers;
  private final BlockingQueue<Optional<Picture>> queue;

  LoopPass(Detector detector, int callers) {
    this.detector = detector;
    this.callers = callers;
    this.queue = new ArrayBlockingQueue<>(2 * callers);
  }

  /**
   * Does it.
   *
   * @param sampleFps frames of a second of the video, 0 for all
   * @param mostFrames after which it ends
   */
  LoopFigures over(Path file, double sampleFps, int mostFrames)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(callers + 1);
    long began = System.nanoTime();
    long processorBegan = processorNanos();
    try {
      List<Callable<Integer>> all = new ArrayList<>();
      for (int caller = 0; caller < callers; caller++) {
        all.add(this::infer);
      }
      all.add(() -> decode(file, sampleFps, mostFrames));
      int frames = 0;
      for (Future<Integer> one : threads.invokeAll(all)) {
        frames += one.get();
      }
      return new LoopFigures(frames, System.nanoTime() - began, processorNanos() - processorBegan);
    } finally {
      threads.shutdownNow();
    }
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** Gives every caller an end, whatever becomes of the video; counts nothing. */
  private int decode(Path file, double sampleFps, int mostFrames)
      throws IOException, InterruptedException {
    try (PlainVideo video = new PlainVideo(file, Runtime.getRuntime().availableProcessors());
        InputScaler scaler = new InputScaler(detector.card())) {
      int taken = 0;
      for (AVFrame frame = video.next();
          frame != null && taken < mostFrames;
          frame = video.next()) {
        if (video.seconds() + EARLY_SECONDS >= taken / sampleFps || sampleFps == 0) {
          queue.put(Optional.of(scaler.picture(frame)));
          taken++;
        }
      }
      return 0;
    } finally {
      for (int caller = 0; caller < callers; caller++) {
        queue.put(Optional.empty());
      }
    }
  }

  private int infer() throws InterruptedException {
    int frames = 0;
    RuntimeException failure = null;
    for (Optional<Picture> next = queue.take(); next.isPresent(); next = queue.take()) {
      try (Picture picture = next.get()) {
        detector.detect(picture, CONFIDENCE);
        frames++;
      } catch (RuntimeException e) {
        // whoever decodes waits for room in the queue and must come to its end
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return frames;
  }
}
