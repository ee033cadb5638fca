/**
 * What workers and cameras share as members of a system: joining a server, staying known to it, and
 * measuring their own pace. Never infers.
 */
package edgeai.common.node;
