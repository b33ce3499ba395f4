package net.niner.status.web.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.ServletException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.niner.status.board.Board;
import net.niner.status.web.platform.Content;
import net.niner.status.web.platform.PageSlot;
import net.niner.status.web.platform.api.JsonForm;

/** What the page shows, for everybody, from any page: made at most once a second, however many ask. */
@Path("v1/servers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ServersResource {

    @Inject
    private Board board;

    private final Jsonb json = new JsonForm().getContext(Systems.class);
    private final PageSlot slot = new PageSlot(System::nanoTime);

    @GET
    public Response list() throws IOException, ServletException {
        return Response.ok(slot.get(this::render).body())
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    private Content render() {
        return new Content(
                MediaType.APPLICATION_JSON,
                json.toJson(Systems.of(board.glance())).getBytes(StandardCharsets.UTF_8));
    }
}
