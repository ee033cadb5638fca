/**
 * The files with which servers are deployed ({@code payara-config}: systemd, containers,
 * Kubernetes, reverse proxies), held against what they are for and against what the servers know.
 */
package edgeai.systemtests.deployment;
