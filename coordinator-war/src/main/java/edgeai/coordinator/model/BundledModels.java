package edgeai.coordinator.model;

import edgeai.common.vision.BundledModel;
import edgeai.common.vision.ModelException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The models that come with this build, by their hashes, which are found once. */
@ApplicationScoped
public class BundledModels {
  private static final Logger LOG = Logger.getLogger(BundledModels.class.getName());

  private Map<String, BundledModel> bySha256;

  synchronized Map<String, BundledModel> all() {
    if (bySha256 == null) {
      Map<String, BundledModel> found = new LinkedHashMap<>();
      for (BundledModel model : BundledModel.values()) {
        if (model.isThere()) {
          add(model, found);
        }
      }
      bySha256 = Map.copyOf(found);
    }
    return bySha256;
  }

  private static void add(BundledModel model, Map<String, BundledModel> found) {
    try {
      found.put(model.sha256(), model);
    } catch (ModelException e) {
      LOG.log(Level.WARNING, "a model of the build is left out: {0}", e.getMessage());
    }
  }

  Optional<BundledModel> of(String sha256) {
    return Optional.ofNullable(all().get(sha256));
  }
}
