package edgeai.cli.server;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A server that is ready to be started.
 *
 * @param process with command and environment; where its output goes is still to be said
 * @param outside a folder to be deleted once the server has ended, empty where there is none
 * @param temporary what it unpacks there is of no use once it has ended
 */
public record ServerStart(ProcessBuilder process, Optional<Path> outside, Path temporary) {}
