package edgeai.common.store;

import edgeai.common.error.Unavailable;
import edgeai.common.problem.RefusalMapper;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A request that needs a database which is away is a 503: it may be sent again. */
@Provider
public class DatabaseExceptionMapper implements ExceptionMapper<DatabaseException> {
  private static final Logger LOG = Logger.getLogger(DatabaseExceptionMapper.class.getName());
  private static final int AGAIN_S = 5;

  @Override
  public Response toResponse(DatabaseException thrown) {
    LOG.log(Level.WARNING, "a request found no database: {0}", thrown.reason());
    return new RefusalMapper()
        .toResponse(new Unavailable("The database does not answer at the moment.", AGAIN_S));
  }
}
