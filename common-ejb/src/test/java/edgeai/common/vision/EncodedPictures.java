package edgeai.common.vision;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Pictures in other kinds of files. */
final class EncodedPictures {
  private EncodedPictures() {}

  /** The same picture as a file with this ending; parameters are OpenCV's own. */
  static byte[] as(String ending, byte[] picture, int... parameters) {
    try (BytePointer pointer = new BytePointer(picture);
        Mat bytes = new Mat(1, picture.length, CV_8UC1, pointer);
        Mat pixels = imdecode(bytes, IMREAD_UNCHANGED)) {
      return as(ending, pixels, parameters);
    }
  }

  static byte[] as(String ending, Mat pixels, int... parameters) {
    try (BytePointer encoded = new BytePointer();
        IntPointer options = new IntPointer(parameters)) {
      imencode(ending, pixels, encoded, options);
      byte[] bytes = new byte[Math.toIntExact(encoded.limit())];
      encoded.get(bytes);
      return bytes;
    }
  }
}
