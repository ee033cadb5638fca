/**
 * What the servers share as members of a system: joining a server, staying known to it, measuring
 * their own pace, ending in order. Never infers.
 */
package edgeai.common.node;
