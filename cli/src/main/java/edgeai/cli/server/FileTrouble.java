package edgeai.cli.server;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/** Why a file or folder could not be had: the JDK's own message is often the path alone. */
public final class FileTrouble {
  private FileTrouble() {}

  /** The reason in words, without the path. */
  public static String reason(IOException failure) {
    return switch (failure) {
      case FileAlreadyExistsException e -> "File exists";
      case AccessDeniedException e -> "Permission denied";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> String.valueOf(failure.getMessage());
    };
  }

  /** The reason with the path, where there is one. */
  public static String whereAndWhy(IOException failure) {
    return failure instanceof FileSystemException e && e.getFile() != null
        ? e.getFile() + ": " + reason(e)
        : reason(failure);
  }
}
