package net.niner.status.web.maintenance;

import jakarta.ws.rs.ext.Provider;
import net.niner.status.maintenance.NoSuchMaintenance;
import net.niner.status.web.platform.api.MissingMapper;

/** Says that there is none. */
@Provider
public class NoSuchMaintenanceMapper extends MissingMapper<NoSuchMaintenance> {}
