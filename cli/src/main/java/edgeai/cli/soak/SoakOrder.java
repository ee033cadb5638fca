package edgeai.cli.soak;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a soak was asked for.
 *
 * @param clip the video that is sent again and again
 * @param data where each server has a folder of its own
 * @param into where its table and its chart are written
 */
public record SoakOrder(Duration length, Path clip, Path data, Path into) {}
