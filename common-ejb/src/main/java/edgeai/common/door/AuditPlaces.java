package edgeai.common.door;

import edgeai.common.audit.AuditPlace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Says where a server's audit log is: in its folder for data. */
@ApplicationScoped
public class AuditPlaces {
  @Produces
  AuditPlace place(DoorSettings settings) {
    return new AuditPlace(settings.dataDir(), settings.program().word());
  }
}
