package edgeai.common.wire;

import java.util.List;

/**
 * The model in use as {@code GET /model} shows it.
 *
 * @param name what it is called
 * @param sha256 hash of its file
 * @param classes the labels that it knows
 * @param inputWidth pixels of what it takes
 * @param inputHeight pixels of what it takes
 * @param provider the one observed
 * @param licence as the model names it, null where it names none
 * @param confidence below which its detections are dropped where nothing else is set or asked for
 * @param note why inference fell back to the CPU, else null
 */
public record ModelInfo(
    String name,
    String sha256,
    List<String> classes,
    int inputWidth,
    int inputHeight,
    String provider,
    String licence,
    double confidence,
    String note) {}
