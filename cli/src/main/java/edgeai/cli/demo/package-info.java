/**
 * Sends a video to a pool, follows its job and shows what was found and by whom.
 *
 * <p>Works with servers that {@code follow} found ready. Never starts or ends one.
 */
package edgeai.cli.demo;
