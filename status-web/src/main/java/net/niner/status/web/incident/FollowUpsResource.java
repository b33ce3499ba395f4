package net.niner.status.web.incident;

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
import java.util.Comparator;
import java.util.List;
import net.niner.status.incident.FollowUp;
import net.niner.status.incident.FollowUpDraft;
import net.niner.status.incident.FollowUpState;
import net.niner.status.incident.FollowUps;
import net.niner.status.incident.NoSuchFollowUp;
import net.niner.status.web.platform.api.Given;
import net.niner.status.web.platform.api.JsonBody;
import net.niner.status.web.platform.api.Repeats;
import net.niner.status.web.platform.api.Repeats.Made;
import net.niner.status.web.platform.api.Slice;
import net.niner.status.web.platform.api.Versions;
import net.niner.status.web.platform.api.WithToken;

/** Follow-ups for programs: promised, moved on, proven, dropped. */
@Path("v1/follow-ups")
@RequestScoped
@WithToken
@Produces(MediaType.APPLICATION_JSON)
public class FollowUpsResource {

    private static final String ROOT = "/api/v1/follow-ups";

    @EJB
    private FollowUps followUps;

    @Inject
    private Repeats repeats;

    @GET
    public Slice<FollowUpForm> list(
            @QueryParam("state") String state,
            @QueryParam("owner") String owner,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") String limit) {
        int most = (int) Given.number("limit", limit, 1, Slice.MOST);
        FollowUpState wanted = state == null ? null : Given.oneOf("state", state, FollowUpState.class);
        long before = Slice.before(cursor);
        List<FollowUp> rows = followUps.all().stream()
                .filter(each -> each.id() < before)
                .filter(each -> wanted == null || each.state() == wanted)
                .filter(each -> owner == null || each.owner().equals(owner))
                .sorted(Comparator.comparing(FollowUp::id).reversed())
                .limit(most + 1L)
                .toList();
        return Slice.of(rows, most, FollowUp::id, this::form);
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        FollowUp found = required(id);
        return Versions.answer(found.version(), known, form(found));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response promise(@HeaderParam(Repeats.KEY) String key, InputStream sent) throws IOException {
        JsonBody body = JsonBody.read(sent);
        FollowUpDraft draft = draft(body);
        body.check();
        return repeats.once(key, "POST " + ROOT + " " + body.text(), () -> {
            FollowUp made = followUps.add(draft);
            return new Made(ROOT + "/" + made.id(), form(made));
        });
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String version, InputStream sent)
            throws IOException {
        JsonBody body = JsonBody.read(sent);
        FollowUpDraft draft = draft(body);
        body.check();
        return answer(followUps.change(number(id), Versions.required(version), draft));
    }

    /** To any state; to {@code DROPPED} with a reason. */
    @PUT
    @Path("{id}/state")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response move(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String version, InputStream sent)
            throws IOException {
        JsonBody body = JsonBody.read(sent);
        body.required("state");
        FollowUpState state = body.oneOf("state", FollowUpState.class).orElse(null);
        String reason = body.string("reason").orElse("");
        body.check();
        int seen = Versions.required(version);
        return answer(
                state == FollowUpState.DROPPED
                        ? followUps.drop(number(id), seen, reason)
                        : followUps.move(number(id), seen, state));
    }

    /** A link, a check, or neither. */
    @PUT
    @Path("{id}/evidence")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response prove(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String version, InputStream sent)
            throws IOException {
        JsonBody body = JsonBody.read(sent);
        String link = body.string("link").orElse(null);
        Long check = body.number("check").orElse(null);
        body.check();
        return answer(followUps.prove(number(id), Versions.required(version), link, check));
    }

    private static FollowUpDraft draft(JsonBody body) {
        return new FollowUpDraft(
                body.required("text"),
                body.required("owner"),
                body.day("due").orElse(null),
                body.flag("isPublic").orElse(true));
    }

    private static long number(String id) {
        return Given.number("the follow-up", id, 0, Long.MAX_VALUE);
    }

    private FollowUp required(String id) {
        return followUps.look(number(id)).orElseThrow(() -> new NoSuchFollowUp(number(id)));
    }

    private FollowUpForm form(FollowUp followUp) {
        return FollowUpForm.of(followUp, followUps.today());
    }

    private Response answer(FollowUp followUp) {
        return Versions.answer(followUp.version(), null, form(followUp));
    }
}
