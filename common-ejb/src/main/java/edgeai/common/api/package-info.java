/**
 * What tells people and programs which calls a server takes: its OpenAPI document, a page to try
 * them and a page to read. Owns no call itself. Never looks into a running server: the document is
 * part of the WAR.
 */
package edgeai.common.api;
