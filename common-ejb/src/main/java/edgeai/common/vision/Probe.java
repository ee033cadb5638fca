package edgeai.common.vision;

import ai.onnxruntime.OnnxJavaType;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * What a model answers to the probe pictures.
 *
 * @param outputs names of those that were asked for
 * @param types of their numbers
 * @param shapes of what came for the first picture
 * @param steady whether each picture got answers of the same shapes
 * @param answers one for each picture, each a buffer for every output
 */
record Probe(
    List<String> outputs,
    List<OnnxJavaType> types,
    List<long[]> shapes,
    boolean steady,
    List<List<FloatBuffer>> answers) {}
