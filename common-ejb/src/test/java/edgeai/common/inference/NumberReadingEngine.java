package edgeai.common.inference;

import edgeai.common.fixture.TestVideos;
import edgeai.common.vision.EncodedPicture;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.PixelPicture;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import java.awt.image.BufferedImage;
import java.util.List;

/** Finds the number that is painted on frames of test videos, as the label of one detection. */
final class NumberReadingEngine implements Engine {
  static final int SIDE = 64;

  private volatile PixelPicture last;

  @Override
  public ModelCard card() {
    return new ModelCard("numbers", "numbers", List.of(), SIDE, SIDE, "cpu", null, null, 0.4, null);
  }

  @Override
  public InferenceOutcome infer(EncodedPicture picture, double confidence) {
    throw new UnsupportedOperationException("pieces have pixels");
  }

  @Override
  public InferenceOutcome infer(PixelPicture picture, double confidence) {
    last = picture;
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_3BYTE_BGR);
    image.getRaster().setDataElements(0, 0, picture.width(), picture.height(), rgb(picture.bgr()));
    Box whole = new Box(0, 0, picture.frameWidth(), picture.frameHeight());
    String number = String.valueOf(TestVideos.number(image));
    return new InferenceOutcome(List.of(new Detection(number, 1, whole)), 1, "numbers");
  }

  /** What it was shown last. */
  PixelPicture last() {
    return last;
  }

  /** As a raster takes them, whatever the order of its bytes. */
  private static byte[] rgb(byte[] bgr) {
    byte[] rgb = new byte[bgr.length];
    for (int i = 0; i < bgr.length; i += 3) {
      rgb[i] = bgr[i + 2];
      rgb[i + 1] = bgr[i + 1];
      rgb[i + 2] = bgr[i];
    }
    return rgb;
  }

  @Override
  public void prove(EncodedPicture picture) {
    // nothing to prove
  }

  @Override
  public void close() {
    // it holds nothing
  }
}
