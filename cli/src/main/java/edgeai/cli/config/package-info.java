/**
 * {@code ./edge config}: what everything is set to, where each value comes from and what it means.
 * Reads the catalogue and the places where settings are; starts nothing and changes nothing.
 */
package edgeai.cli.config;
