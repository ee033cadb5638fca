/**
 * Where a server finds its settings: the sources of MicroProfile Config. Owns no setting and no
 * rule of reading, which are in {@code edgeai.settings}.
 */
package edgeai.common.settings;
