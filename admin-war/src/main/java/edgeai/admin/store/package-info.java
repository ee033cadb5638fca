/**
 * The admin server's database and its one writer, which commits in groups. Serves camera, analytics
 * and alert. Never knows what a row means.
 */
package edgeai.admin.store;
