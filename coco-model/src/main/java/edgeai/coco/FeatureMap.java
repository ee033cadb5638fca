package edgeai.coco;

/**
 * What an operation of the ONNX graph makes of a picture: {@code [1, channels, height, width]}.
 *
 * @param name of the result in the graph
 */
record FeatureMap(String name, int channels, int height, int width) {
  FeatureMap named(String other) {
    return new FeatureMap(other, channels, height, width);
  }
}
