package edgeai.benchmark.peers;

import java.util.List;

/** A model that is loaded, and pictures that are decoded into what this peer takes. */
interface Peer extends AutoCloseable {

  /**
   * Finds the objects of one picture, from pixels to boxes.
   *
   * @param picture place in the list of pictures
   * @return their labels
   * @throws Exception if this peer cannot run the model
   */
  List<String> detect(int picture) throws Exception;

  @Override
  void close();
}
