package net.niner.status.web.incident;

import jakarta.ws.rs.ext.Provider;
import net.niner.status.incident.NoSuchPostMortem;
import net.niner.status.web.platform.api.MissingMapper;

/** Says that there is none. */
@Provider
public class NoSuchPostMortemMapper extends MissingMapper<NoSuchPostMortem> {}
