package net.niner.status.web.post;

import jakarta.ws.rs.ext.Provider;
import net.niner.status.post.NoSuchPost;
import net.niner.status.web.platform.api.MissingMapper;

/** Says that there is none. */
@Provider
public class NoSuchPostMapper extends MissingMapper<NoSuchPost> {}
