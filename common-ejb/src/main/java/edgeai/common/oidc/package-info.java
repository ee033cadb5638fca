/**
 * Asks a provider of OpenID Connect who somebody is, and believes nothing that its keys do not
 * prove. Owns what is known of the provider, logins that are on their way, and how claims become a
 * role. Neighbours: {@code edgeai.common.door}, which begins and ends logins. Never knows a request
 * of this server.
 */
package edgeai.common.oidc;
