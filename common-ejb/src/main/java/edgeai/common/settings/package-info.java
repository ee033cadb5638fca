/**
 * Typed settings from environment variables (and every other MicroProfile Config source). Owns how
 * a value is read, checked and complained of. Never knows what a setting is for.
 */
package edgeai.common.settings;
