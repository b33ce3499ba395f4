package net.niner.status.web.platform.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/**
 * The API under {@code /api}; its version is part of each address, as in {@code /api/v1/servers}. It is described, for {@code /openapi}, in
 * {@code META-INF/openapi.yaml} and not by annotations: the server makes empty objects of records, and limits that do not hold of what it is
 * not told.
 */
@ApplicationPath(Api.ROOT)
public class Api extends Application {

    static final String ROOT = "api";

    /** No second description beside OpenAPI, and a Location that holds behind any proxy. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.server.headers.location.relative.resolution.disabled", true);
    }
}
