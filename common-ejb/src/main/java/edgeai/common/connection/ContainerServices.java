package edgeai.common.connection;

import org.glassfish.hk2.api.ServiceLocator;
import org.glassfish.hk2.utilities.AbstractActiveDescriptor;
import org.glassfish.hk2.utilities.BuilderHelper;
import org.glassfish.hk2.utilities.ServiceLocatorUtilities;

/**
 * What Payara is made of, to which a part can be added. The class that knows it is in no artifact
 * that one could compile against, so that it is reached by its name.
 */
final class ContainerServices {
  private static final String KNOWS_ALL = "org.glassfish.internal.api.Globals";

  private static final int BEFORE_ITS_OWN = 1;

  private ContainerServices() {}

  /**
   * Has the container find {@code part} where it looks for one of this kind and name.
   *
   * @throws IllegalStateException where this is not the container that is known
   */
  static <T> void add(T part, String name, Class<T> kind) {
    try {
      ServiceLocator all =
          (ServiceLocator) Class.forName(KNOWS_ALL).getMethod("getDefaultHabitat").invoke(null);
      AbstractActiveDescriptor<T> described =
          BuilderHelper.createConstantDescriptor(part, name, kind);
      described.setRanking(BEFORE_ITS_OWN);
      ServiceLocatorUtilities.addOneDescriptor(all, described);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalStateException("this Payara has no place for a part of its listener", e);
    }
  }
}
