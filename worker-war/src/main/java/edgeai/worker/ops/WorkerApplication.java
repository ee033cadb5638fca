package edgeai.worker.ops;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** JAX-RS at the root of the origin; resources and providers are found by scanning. */
@ApplicationPath("/")
public class WorkerApplication extends Application {}
