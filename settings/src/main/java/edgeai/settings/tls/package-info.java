/**
 * Certificates and keys as settings name them, and whom they make known. Reads files; never listens
 * and never calls.
 */
package edgeai.settings.tls;
