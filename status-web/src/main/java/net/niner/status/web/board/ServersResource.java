package net.niner.status.web.board;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import net.niner.status.board.Board;

/** What the page shows, for everybody, from any page. */
@Path("v1/servers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ServersResource {

    @Inject
    private Board board;

    @GET
    public Response list() {
        return Response.ok(Systems.of(board.glance()))
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }
}
