package net.niner.status.web.billing;

import jakarta.ws.rs.ext.Provider;
import net.niner.status.billing.NoSuchClient;
import net.niner.status.web.platform.api.MissingMapper;

/** Says that there is none. */
@Provider
public class NoSuchClientMapper extends MissingMapper<NoSuchClient> {}
