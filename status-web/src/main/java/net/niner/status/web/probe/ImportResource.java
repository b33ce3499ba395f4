package net.niner.status.web.probe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import net.niner.status.probe.ImportReport;
import net.niner.status.probe.ServersImport;
import net.niner.status.web.platform.api.Given;
import net.niner.status.web.platform.api.WithToken;

/** Takes in a servers file. */
@Path("v1/servers/import")
@RequestScoped
@WithToken
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

    private static final int FILE_LIMIT = 1024 * 1024;

    @Inject
    private ServersImport servers;

    @POST
    @Consumes({"application/yaml", "application/x-yaml", "text/yaml", "text/plain"})
    public ImportReport load(@QueryParam("dryRun") @DefaultValue("false") String dryRun, InputStream body)
            throws IOException {
        boolean pretend = Given.flag("dryRun", dryRun);
        String yaml = Given.text(body, FILE_LIMIT);
        return pretend ? servers.dryRun(yaml) : servers.apply(yaml);
    }
}
