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
import java.util.Optional;
import net.niner.status.incident.Impact;
import net.niner.status.incident.Incident;
import net.niner.status.incident.IncidentDraft;
import net.niner.status.incident.IncidentListing;
import net.niner.status.incident.IncidentState;
import net.niner.status.incident.Incidents;
import net.niner.status.incident.NoSuchIncident;
import net.niner.status.incident.Times;
import net.niner.status.incident.UpdateDraft;
import net.niner.status.web.platform.api.Given;
import net.niner.status.web.platform.api.JsonBody;
import net.niner.status.web.platform.api.Repeats;
import net.niner.status.web.platform.api.Repeats.Made;
import net.niner.status.web.platform.api.Slice;
import net.niner.status.web.platform.api.Versions;
import net.niner.status.web.platform.api.WithToken;

/** Incidents for programs: opened, told about, resolved and corrected. */
@Path("v1/incidents")
@RequestScoped
@WithToken
@Produces(MediaType.APPLICATION_JSON)
public class IncidentsResource {

    private static final String ROOT = "/api/v1/incidents";

    @EJB
    private Incidents incidents;

    @EJB
    private IncidentListing listing;

    @Inject
    private Repeats repeats;

    @GET
    public Slice<IncidentForm> list(
            @QueryParam("state") String state,
            @QueryParam("server") String server,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") String limit) {
        int most = (int) Given.number("limit", limit, 1, Slice.MOST);
        IncidentState wanted = state == null ? null : Given.oneOf("state", state, IncidentState.class);
        return Slice.of(
                listing.before(Slice.before(cursor), wanted, server, most + 1), most, Incident::id, IncidentForm::of);
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        Incident incident = required(number(id));
        return Versions.answer(incident.version(), known, IncidentForm.of(incident));
    }

    /** Visitors see it at once, unless it says {@code "draft": true}. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(@HeaderParam(Repeats.KEY) String key, InputStream sent) throws IOException {
        JsonBody body = JsonBody.read(sent);
        IncidentDraft draft = new IncidentDraft(
                body.required("title"),
                body.required("text"),
                body.map("impacts", Impact.class),
                body.instant("began").orElse(null));
        boolean publish = !body.flag("draft").orElse(false);
        body.check();
        return repeats.once(key, "POST " + ROOT + " " + body.text(), () -> made(incidents.open(draft, publish, null)));
    }

    /** An update that leads to {@code RESOLVED} resolves it; one about a resolved incident that leads elsewhere opens it again. */
    @POST
    @Path("{id}/updates")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response tell(
            @PathParam("id") String id,
            @HeaderParam(Repeats.KEY) String key,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            InputStream sent)
            throws IOException {
        long number = number(id);
        JsonBody body = JsonBody.read(sent);
        body.required("state");
        UpdateDraft draft = new UpdateDraft(
                body.required("text"),
                body.oneOf("state", IncidentState.class).orElse(null),
                body.map("impacts", Impact.class));
        body.check();
        int seen = Versions.required(version);
        return repeats.once(key, "POST " + ROOT + "/" + number + "/updates " + body.text(), () -> {
            if (required(number).isResolved() && draft.state() != IncidentState.RESOLVED) {
                incidents.reopen(number, seen, draft);
            } else {
                incidents.update(number, seen, draft);
            }
            return made(number);
        });
    }

    /** Publishes a draft as it stands. */
    @POST
    @Path("{id}/publish")
    public Response publish(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String version) {
        Incident draft = required(number(id));
        incidents.redraft(
                number(id),
                Versions.required(version),
                new IncidentDraft(draft.words(), draft.draftText().orElse(""), draft.impacts(), draft.began()),
                true);
        return answer(number(id));
    }

    /** Corrects when it was what; what is left out stays. */
    @PUT
    @Path("{id}/times")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response correct(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String version, InputStream sent)
            throws IOException {
        JsonBody body = JsonBody.read(sent);
        Times before = required(number(id)).times();
        Times times = new Times(
                body.instant("began").orElse(before.began()),
                body.instant("noticed").orElse(before.noticed()),
                body.instant("resolved")
                        .or(() -> Optional.ofNullable(before.resolved()))
                        .orElse(null));
        body.check();
        incidents.correct(number(id), Versions.required(version), times);
        return answer(number(id));
    }

    private static long number(String id) {
        return Given.number("the incident", id, 0, Long.MAX_VALUE);
    }

    private Incident required(long id) {
        return listing.look(id).orElseThrow(() -> new NoSuchIncident(id));
    }

    private Made made(long id) {
        return new Made(ROOT + "/" + id, IncidentForm.of(required(id)));
    }

    private Response answer(long id) {
        Incident incident = required(id);
        return Versions.answer(incident.version(), null, IncidentForm.of(incident));
    }
}
