/**
 * Videos for measuring that are made here, of the project's clip and of samples, and their way to a
 * coordinator. Goes straight to FFmpeg and never through the product's own decoder.
 */
package edgeai.benchmark.footage;
