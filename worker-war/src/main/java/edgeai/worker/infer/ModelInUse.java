package edgeai.worker.infer;

import edgeai.common.vision.ModelCard;

/** A model has been taken into use, the first one or another. */
public record ModelInUse(ModelCard card) {}
