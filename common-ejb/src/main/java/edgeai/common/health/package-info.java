/**
 * Whether a server can do its work, proved instead of assumed. Never knows which server it is in.
 */
package edgeai.common.health;
