package net.niner.status.web.incident;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import net.niner.status.incident.NoSuchPostMortem;
import net.niner.status.incident.PostMortem;
import net.niner.status.incident.PostMortems;
import net.niner.status.web.platform.api.Given;
import net.niner.status.web.platform.api.Slice;
import net.niner.status.web.platform.api.Versions;
import net.niner.status.web.platform.api.WithToken;

/** Post-mortems for programs, to read: they are written in the back office, with the preview before one's eyes. */
@Path("v1/post-mortems")
@RequestScoped
@WithToken
@Produces(MediaType.APPLICATION_JSON)
public class PostMortemsResource {

    @EJB
    private PostMortems postMortems;

    @GET
    public Slice<PostMortemJson> list(
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("20") String limit) {
        int most = (int) Given.number("limit", limit, 1, Slice.MOST);
        return Slice.of(postMortems.before(Slice.before(cursor), most + 1), most, PostMortem::id, this::form);
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        long number = Given.number("the post-mortem", id, 0, Long.MAX_VALUE);
        PostMortem found = postMortems.look(number).orElseThrow(() -> new NoSuchPostMortem(number));
        return Versions.answer(found.version(), known, form(found));
    }

    private PostMortemJson form(PostMortem postMortem) {
        return PostMortemJson.of(postMortem, postMortems.followUps(postMortem.id()));
    }
}
