package edgeai.benchmark.peers;

import edgeai.common.vision.Detector;
import edgeai.common.vision.DetectorOptions;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.ModelException;
import edgeai.common.vision.Picture;
import edgeai.common.vision.UnreadablePictureException;
import edgeai.common.wire.Detection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The product's detector. */
final class OurPeer implements Peer {

  private final Detector detector;
  private final List<Picture> pictures = new ArrayList<>();

  OurPeer(Path model, List<byte[]> jpegs) throws ModelException, UnreadablePictureException {
    detector = Detector.open(model, new DetectorOptions("cpu", 1, 1));
    for (byte[] jpeg : jpegs) {
      pictures.add(Picture.decode(jpeg, Long.MAX_VALUE));
    }
  }

  ModelCard card() {
    return detector.card();
  }

  @Override
  public List<String> detect(int picture) {
    return detector.detect(pictures.get(picture), detector.card().confidence()).stream()
        .map(Detection::label)
        .toList();
  }

  @Override
  public void close() {
    pictures.forEach(Picture::close);
    detector.close();
  }
}
