/**
 * Whether the admin server lives, and whether it can work. Looks at start and at the store; nobody
 * looks at it. Never mends what it finds.
 */
package edgeai.admin.health;
