/** The container under this server: what it lets a part be added to, and what it tells. */
package edgeai.common.container;
