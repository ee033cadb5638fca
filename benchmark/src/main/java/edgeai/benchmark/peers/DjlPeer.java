package edgeai.benchmark.peers;

import ai.djl.ModelException;
import ai.djl.engine.Engine;
import ai.djl.inference.Predictor;
import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.ImageFactory;
import ai.djl.modality.cv.output.DetectedObjects;
import ai.djl.modality.cv.transform.ToTensor;
import ai.djl.modality.cv.translator.YoloV8Translator;
import ai.djl.modality.cv.util.NDImageUtils;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.TranslateException;
import ai.djl.translate.Translator;
import edgeai.common.vision.ModelCard;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The Deep Java Library: its YOLOv8 translator, set to keep a picture's proportions as the others
 * do, on its ONNX Runtime engine; arrays are computed by its PyTorch engine.
 */
final class DjlPeer implements Peer {

  private static final String ENGINE = "OnnxRuntime";

  // kept, since a logger that nobody holds forgets its level
  private static final Logger LOG = Logger.getLogger("ai.djl");

  private static final float GREY = 114;

  private final ZooModel<Image, DetectedObjects> model;
  private final Predictor<Image, DetectedObjects> predictor;
  private final List<Image> pictures = new ArrayList<>();

  DjlPeer(PeerModel peers, List<byte[]> jpegs) throws IOException, ModelException {
    model =
        Criteria.builder()
            .setTypes(Image.class, DetectedObjects.class)
            .optEngine(ENGINE)
            .optModelPath(peers.file().toAbsolutePath().getParent())
            .optModelName(peers.name())
            .optTranslator(translator(peers))
            .optOption("intraOpNumThreads", "1")
            .optOption("interOpNumThreads", "1")
            .build()
            .loadModel();
    predictor = model.newPredictor();
    for (byte[] jpeg : jpegs) {
      pictures.add(ImageFactory.getInstance().fromInputStream(new ByteArrayInputStream(jpeg)));
    }
  }

  /**
   * Starts DJL's engines with one thread each. DJL wants to be the first in the process that asks
   * for ONNX Runtime.
   */
  static void startEngine() {
    LOG.setLevel(Level.SEVERE);
    for (String engine : List.of("pytorch", "onnxruntime")) {
      System.setProperty("ai.djl." + engine + ".num_threads", "1");
    }
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    Engine.getEngine(ENGINE);
  }

  private static Translator<Image, DetectedObjects> translator(PeerModel peers) {
    ModelCard card = peers.card();
    AnchoredBuilder builder = new AnchoredBuilder(peers.anchors());
    builder
        .setImageSize(card.inputWidth(), card.inputHeight())
        .addTransform(picture -> letterbox(picture, card.inputWidth(), card.inputHeight()))
        .addTransform(new ToTensor())
        .optSynset(card.classes())
        .optThreshold(peers.confidence());
    builder.optNmsThreshold(peers.iou());
    return builder.build();
  }

  /** DJL's own looks at 8400 places, whatever the model has. */
  private static final class AnchoredBuilder extends YoloV8Translator.Builder {
    AnchoredBuilder(int anchors) {
      configPostProcess(Map.of("maxBox", String.valueOf(anchors)));
    }
  }

  /** Height, width, colours: scaled with its proportions kept, centred on grey. */
  private static NDArray letterbox(NDArray picture, int width, int height) {
    Shape shape = picture.getShape();
    double scale = Math.min((double) height / shape.get(0), (double) width / shape.get(1));
    int scaledHeight = (int) Math.rint(shape.get(0) * scale);
    int scaledWidth = (int) Math.rint(shape.get(1) * scale);
    NDArray scaled =
        NDImageUtils.resize(picture, scaledWidth, scaledHeight, Image.Interpolation.BILINEAR);
    return centre(centre(scaled, 0, height), 1, width);
  }

  private static NDArray centre(NDArray picture, int axis, int length) {
    int missing = Math.toIntExact(length - picture.getShape().get(axis));
    return missing == 0
        ? picture
        : NDArrays.concat(
            new NDList(
                grey(picture, axis, missing / 2),
                picture,
                grey(picture, axis, missing - missing / 2)),
            axis);
  }

  private static NDArray grey(NDArray beside, int axis, int length) {
    long[] shape = beside.getShape().getShape().clone();
    shape[axis] = length;
    return beside.getManager().full(new Shape(shape), GREY, beside.getDataType());
  }

  @Override
  public List<String> detect(int picture) throws TranslateException {
    List<String> labels = new ArrayList<>();
    DetectedObjects found = predictor.predict(pictures.get(picture));
    found.items().forEach(object -> labels.add(object.getClassName()));
    return labels;
  }

  @Override
  public void close() {
    predictor.close();
    model.close();
  }
}
