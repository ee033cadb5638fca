/** The worker's settings, each with its default and its bounds; a bad value stops the start. */
package edgeai.worker.settings;
