package net.niner.status.web.probe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import net.niner.status.probe.Checks;
import net.niner.status.web.platform.api.WithToken;

/** Every check, whether the public sees it or not. */
@Path("v1/checks")
@RequestScoped
@WithToken
@Produces(MediaType.APPLICATION_JSON)
public class ChecksResource {

    @Inject
    private Checks checks;

    @GET
    public List<CheckStanding> list() {
        return checks.reports().stream().map(CheckStanding::of).toList();
    }
}
