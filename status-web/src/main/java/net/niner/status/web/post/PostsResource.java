package net.niner.status.web.post;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import net.niner.status.post.NoSuchPost;
import net.niner.status.post.Post;
import net.niner.status.post.PostDraft;
import net.niner.status.post.PostFormat;
import net.niner.status.post.PostListing;
import net.niner.status.post.PostState;
import net.niner.status.post.Posts;
import net.niner.status.web.platform.api.Given;
import net.niner.status.web.platform.api.JsonBody;
import net.niner.status.web.platform.api.Repeats;
import net.niner.status.web.platform.api.Repeats.Made;
import net.niner.status.web.platform.api.Slice;
import net.niner.status.web.platform.api.Versions;
import net.niner.status.web.platform.api.WithToken;

/** Posts for programs: drafts, what is published, and what becomes of it. */
@Path("v1/posts")
@RequestScoped
@WithToken
@Produces(MediaType.APPLICATION_JSON)
public class PostsResource {

    private static final String ROOT = "/api/v1/posts";

    @EJB
    private Posts posts;

    @EJB
    private PostListing listing;

    @Inject
    private Repeats repeats;

    @GET
    public Slice<PostJson> list(
            @QueryParam("state") String state,
            @QueryParam("category") String category,
            @QueryParam("tag") String tag,
            @QueryParam("server") String server,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") String limit) {
        int most = (int) Given.number("limit", limit, 1, Slice.MOST);
        PostState wanted = state == null ? null : Given.oneOf("state", state, PostState.class);
        return Slice.of(
                listing.before(Slice.before(cursor), wanted, category, tag, server, most + 1),
                most,
                Post::id,
                PostJson::of);
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        Post post = posts.look(number(id)).orElseThrow(() -> new NoSuchPost(number(id)));
        return Versions.answer(post.version(), known, PostJson.of(post));
    }

    /** A draft; with {@code "publish": true} it is published at once. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response write(@HeaderParam(Repeats.KEY) String key, InputStream sent) throws IOException {
        JsonBody body = JsonBody.read(sent);
        PostDraft draft = draft(body);
        boolean publish = body.flag("publish").orElse(false);
        body.check();
        return repeats.once(key, "POST " + ROOT + " " + body.text(), () -> {
            Post post = posts.draft(draft);
            return made(publish ? posts.publish(post.id(), post.version()) : post);
        });
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response rewrite(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String version, InputStream sent)
            throws IOException {
        JsonBody body = JsonBody.read(sent);
        PostDraft draft = draft(body);
        body.check();
        return answer(posts.change(number(id), Versions.required(version), draft));
    }

    @POST
    @Path("{id}/publish")
    public Response publish(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String version) {
        return answer(posts.publish(number(id), Versions.required(version)));
    }

    @POST
    @Path("{id}/schedule")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response schedule(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String version, InputStream sent)
            throws IOException {
        JsonBody body = JsonBody.read(sent);
        body.required("at");
        Optional<Instant> at = body.instant("at");
        body.check();
        return answer(posts.schedule(number(id), Versions.required(version), at.orElseThrow()));
    }

    @POST
    @Path("{id}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response withdraw(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String version, InputStream sent)
            throws IOException {
        JsonBody body = JsonBody.read(sent);
        String reason = body.string("reason").orElse(null);
        body.check();
        return answer(posts.withdraw(number(id), Versions.required(version), reason));
    }

    private static PostDraft draft(JsonBody body) {
        return new PostDraft(
                body.required("title"),
                body.oneOf("format", PostFormat.class).orElse(PostFormat.MARKDOWN),
                body.string("body").orElse(""),
                body.strings("servers"),
                body.strings("categories"),
                body.strings("tags"));
    }

    private static long number(String id) {
        return Given.number("the post", id, 0, Long.MAX_VALUE);
    }

    private static Made made(Post post) {
        return new Made(ROOT + "/" + post.id(), PostJson.of(post));
    }

    private static Response answer(Post post) {
        return Versions.answer(post.version(), null, PostJson.of(post));
    }
}
