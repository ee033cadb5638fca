/**
 * What cutting frames into tiles finds and costs: bundled models on the project's clip, whose truth
 * is known, and on samples, held against what a larger model found in them.
 */
package edgeai.benchmark.tiles;
