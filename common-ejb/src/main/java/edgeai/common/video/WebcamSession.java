package edgeai.common.video;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import edgeai.common.still.GreyPicture;
import java.io.DataOutputStream;
import java.io.IOException;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;

/** Reads a webcam of this machine inside the child, through OpenCV. */
final class WebcamSession {
  private final DecodeRequest request;
  private final DataOutputStream out;
  private final FrameSampler sampler;
  private int read;
  private int emitted;

  WebcamSession(DecodeRequest request, DataOutputStream out) {
    this.request = request;
    this.out = out;
    this.sampler = FrameSampler.ofArrivals(request.sampleFps());
  }

  /** Writes header and frames until the webcam gives no more, and returns the last message. */
  DecoderMessage run() throws VideoException, IOException {
    ChildLibraries.loadPictures();
    try (VideoCapture webcam = new VideoCapture(Integer.parseInt(request.file()));
        Mat picture = new Mat();
        IntPointer quality = new IntPointer(IMWRITE_JPEG_QUALITY, request.jpegQuality())) {
      if (!webcam.isOpened() || !webcam.read(picture)) {
        throw VideoException.refused("cannot be opened: is it plugged in, and free?");
      }
      MediaFile.checkPixels(picture.cols(), picture.rows(), request.maxPixels());
      send(new VideoHeader(request.label(), "raw", picture.cols(), picture.rows(), 0, 0, 0, 0));
      long started = System.nanoTime();
      do {
        long micros = (System.nanoTime() - started) / 1_000;
        if (sampler.takes(micros)) {
          emit(picture, quality, micros / 1_000);
        }
        read++;
      } while (webcam.read(picture));
      return new VideoEnd(read, emitted, null);
    }
  }

  private void emit(Mat picture, IntPointer quality, long millis)
      throws VideoException, IOException {
    try (BytePointer jpeg = new BytePointer()) {
      if (!imencode(".jpg", picture, jpeg, quality)) {
        throw VideoException.refused("gives pictures that cannot be converted");
      }
      byte[] bytes = new byte[Math.toIntExact(jpeg.limit())];
      jpeg.get(bytes);
      emitted++;
      int width = picture.cols();
      int height = picture.rows();
      send(new VideoFrame(read, millis, width, height, bytes, width, height, 0, 0, grey(picture)));
    }
  }

  private GreyPicture grey(Mat picture) {
    if (!request.grey()) {
      return null;
    }
    PictureSize size = new PictureSize(picture.cols(), picture.rows());
    byte[] bytes = new BgrPixels(size, picture.data(), picture.step(), null).bytes();
    return GreyPicture.of(bytes, size.width(), size.height());
  }

  private void send(DecoderMessage message) throws IOException {
    message.write(out);
    out.flush();
  }
}
