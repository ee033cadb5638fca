package edgeai.benchmark.peers;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.setNumThreads;
import static org.bytedeco.opencv.global.opencv_dnn.DNN_LAYOUT_NCHW;
import static org.bytedeco.opencv.global.opencv_dnn.DNN_PMODE_LETTERBOX;
import static org.bytedeco.opencv.global.opencv_dnn.NMSBoxesBatched;
import static org.bytedeco.opencv.global.opencv_dnn.blobFromImageWithParams;
import static org.bytedeco.opencv.global.opencv_dnn.readNetFromONNX;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import edgeai.common.vision.ModelCard;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect2d;
import org.bytedeco.opencv.opencv_core.Rect2dVector;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_dnn.Image2BlobParams;
import org.bytedeco.opencv.opencv_dnn.Net;

/** OpenCV's DNN module: its letterbox, its network, its suppression; the head is read in Java. */
final class OpenCvPeer implements Peer {

  private static final int BOX_ROWS = 4;

  private final Net net;
  private final ModelCard card;
  private final PeerModel model;
  private final Image2BlobParams input;
  private final List<Mat> pictures = new ArrayList<>();

  OpenCvPeer(PeerModel model, List<byte[]> jpegs) {
    setNumThreads(1);
    this.model = model;
    card = model.card();
    net = read(model.file());
    input =
        new Image2BlobParams(
            Scalar.all(1 / 255.0),
            new Size(card.inputWidth(), card.inputHeight()),
            Scalar.all(0),
            true,
            CV_32F,
            DNN_LAYOUT_NCHW,
            DNN_PMODE_LETTERBOX,
            Scalar.all(114));
    for (byte[] jpeg : jpegs) {
      try (BytePointer bytes = new BytePointer(jpeg);
          Mat encoded = new Mat(1, jpeg.length, CV_8UC1, bytes)) {
        pictures.add(imdecode(encoded, IMREAD_COLOR));
      }
    }
  }

  private static Net read(Path model) {
    try {
      return readNetFromONNX(model.toString());
    } catch (RuntimeException e) {
      // without the place in OpenCV's sources
      throw new IllegalArgumentException(
          String.valueOf(e.getMessage()).replaceAll("OpenCV\\([^)]*\\) \\S+ error: ", ""));
    }
  }

  @Override
  public List<String> detect(int picture) {
    try (Mat blob = blobFromImageWithParams(pictures.get(picture), input)) {
      net.setInput(blob);
      try (Mat head = net.forward()) {
        return labels(head);
      }
    }
  }

  private List<String> labels(Mat head) {
    int classes = card.classes().size();
    int anchors = head.size(2);
    FloatBuffer values = head.createBuffer();
    float[] best = new float[anchors];
    int[] bestClass = new int[anchors];
    float[] row = new float[anchors];
    for (int index = 0; index < classes; index++) {
      values.get((BOX_ROWS + index) * anchors, row);
      for (int anchor = 0; anchor < anchors; anchor++) {
        if (row[anchor] > best[anchor]) {
          best[anchor] = row[anchor];
          bestClass[anchor] = index;
        }
      }
    }
    try (Rect2dVector boxes = new Rect2dVector();
        FloatPointer scores = new FloatPointer(anchors);
        IntPointer labels = new IntPointer((long) anchors);
        IntPointer kept = new IntPointer()) {
      for (int anchor = 0; anchor < anchors; anchor++) {
        if (best[anchor] > model.confidence()) {
          scores.put(boxes.size(), best[anchor]);
          labels.put(boxes.size(), bestClass[anchor]);
          boxes.push_back(box(values, anchors, anchor));
        }
      }
      scores.limit(boxes.size());
      labels.limit(boxes.size());
      NMSBoxesBatched(boxes, scores, labels, model.confidence(), model.iou(), kept);
      List<String> found = new ArrayList<>();
      for (long index = 0; index < kept.limit(); index++) {
        found.add(card.classes().get(labels.get(kept.get(index))));
      }
      return found;
    }
  }

  private static Rect2d box(FloatBuffer head, int anchors, int anchor) {
    float width = head.get(2 * anchors + anchor);
    float height = head.get(3 * anchors + anchor);
    return new Rect2d(
        head.get(anchor) - width / 2, head.get(anchors + anchor) - height / 2, width, height);
  }

  @Override
  public void close() {
    pictures.forEach(Mat::close);
    input.close();
    net.close();
  }
}
