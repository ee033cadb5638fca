package edgeai.worker.start;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** JAX-RS at the root of the origin; resources and providers are found by scanning. */
@ApplicationPath("/")
public class WorkerApplication extends Application {
  /** Without it Jersey describes every path in WADL. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
