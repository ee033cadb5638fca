package edgeai.common.wire;

import java.util.List;

/** The model in use as {@code GET /model} shows it; {@code provider} is the one observed. */
public record ModelInfo(
    String name,
    String sha256,
    List<String> classes,
    int inputWidth,
    int inputHeight,
    String provider,
    String note) {}
