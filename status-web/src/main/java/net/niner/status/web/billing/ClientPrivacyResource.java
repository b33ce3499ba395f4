package net.niner.status.web.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import net.niner.status.billing.ClientPrivacy;
import net.niner.status.billing.ErasureEffects;
import net.niner.status.web.platform.api.Given;
import net.niner.status.web.platform.api.WithToken;

/** What is kept of a client, and how it is forgotten. */
@Path("v1/clients/{id}")
@RequestScoped
@WithToken
@Produces(MediaType.APPLICATION_JSON)
public class ClientPrivacyResource {

    @Inject
    private ClientPrivacy privacy;

    @GET
    @Path("export")
    public String export(@PathParam("id") String id) {
        return privacy.export(number(id));
    }

    /** It cannot be undone. */
    @POST
    @Path("erase")
    public ErasureEffects erase(@PathParam("id") String id) {
        return privacy.erase(number(id));
    }

    private static long number(String id) {
        return Given.number("the client", id, 1, Long.MAX_VALUE);
    }
}
