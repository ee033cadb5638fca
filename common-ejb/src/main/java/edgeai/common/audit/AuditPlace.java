package edgeai.common.audit;

import java.nio.file.Path;

/**
 * Where a server's audit log is.
 *
 * @param folder which is the server's own user's alone
 * @param server as lines call it
 */
public record AuditPlace(Path folder, String server) {}
