/**
 * The admin server's settings, each with its default and its bounds. Read once at start; a value
 * that does not parse stops it.
 */
package edgeai.admin.settings;
