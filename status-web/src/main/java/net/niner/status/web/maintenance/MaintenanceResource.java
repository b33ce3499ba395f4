package net.niner.status.web.maintenance;

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
import java.time.Duration;
import net.niner.status.maintenance.MaintenanceChanges;
import net.niner.status.maintenance.MaintenanceDraft;
import net.niner.status.maintenance.MaintenanceListing;
import net.niner.status.maintenance.MaintenanceNews;
import net.niner.status.maintenance.MaintenanceState;
import net.niner.status.maintenance.MaintenanceWindow;
import net.niner.status.maintenance.MaintenanceWindows;
import net.niner.status.maintenance.NoSuchMaintenance;
import net.niner.status.web.platform.api.Given;
import net.niner.status.web.platform.api.JsonBody;
import net.niner.status.web.platform.api.Repeats;
import net.niner.status.web.platform.api.Repeats.Made;
import net.niner.status.web.platform.api.Slice;
import net.niner.status.web.platform.api.Versions;
import net.niner.status.web.platform.api.WithToken;

/** Maintenance for programs: planned, begun, extended, ended and cancelled, each with a word about it if wanted. */
@Path("v1/maintenance")
@RequestScoped
@WithToken
@Produces(MediaType.APPLICATION_JSON)
public class MaintenanceResource {

    private static final String ROOT = "/api/v1/maintenance";
    private static final long MOST_MINUTES = 7L * 24 * 60;

    @EJB
    private MaintenanceChanges changes;

    @EJB
    private MaintenanceWindows windows;

    @EJB
    private MaintenanceListing listing;

    @Inject
    private Repeats repeats;

    @GET
    public Slice<MaintenanceForm> list(
            @QueryParam("state") String state,
            @QueryParam("server") String server,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") String limit) {
        int most = (int) Given.number("limit", limit, 1, Slice.MOST);
        MaintenanceState wanted = state == null ? null : Given.oneOf("state", state, MaintenanceState.class);
        return Slice.of(
                listing.before(Slice.before(cursor), wanted, server, most + 1),
                most,
                MaintenanceWindow::id,
                MaintenanceForm::of);
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        MaintenanceWindow window = required(number(id));
        return Versions.answer(window.version(), known, MaintenanceForm.of(window));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response plan(@HeaderParam(Repeats.KEY) String key, InputStream sent) throws IOException {
        JsonBody body = JsonBody.read(sent);
        MaintenanceDraft draft = draft(body);
        MaintenanceNews news = news(body);
        body.check();
        return repeats.once(key, "POST " + ROOT + " " + body.text(), () -> {
            long id = changes.plan(draft, news);
            return new Made(ROOT + "/" + id, MaintenanceForm.of(required(id)));
        });
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String version, InputStream sent)
            throws IOException {
        JsonBody body = JsonBody.read(sent);
        MaintenanceDraft draft = draft(body);
        MaintenanceNews news = news(body);
        body.check();
        changes.change(number(id), Versions.required(version), draft, news);
        return answer(id);
    }

    @POST
    @Path("{id}/start")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String version, InputStream sent)
            throws IOException {
        return act(id, version, sent, changes::start);
    }

    @POST
    @Path("{id}/verify")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response verify(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String version, InputStream sent)
            throws IOException {
        return act(id, version, sent, changes::verify);
    }

    @POST
    @Path("{id}/complete")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response complete(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String version, InputStream sent)
            throws IOException {
        return act(id, version, sent, changes::complete);
    }

    @POST
    @Path("{id}/extend")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response extend(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String version, InputStream sent)
            throws IOException {
        JsonBody body = JsonBody.read(sent);
        MaintenanceNews news = news(body);
        long minutes = body.number("minutes").orElse(0L);
        body.check();
        Given.number("minutes", String.valueOf(minutes), 1, MOST_MINUTES);
        changes.extend(number(id), Versions.required(version), Duration.ofMinutes(minutes), news);
        return answer(id);
    }

    @POST
    @Path("{id}/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response cancel(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String version, InputStream sent)
            throws IOException {
        JsonBody body = JsonBody.read(sent);
        MaintenanceNews news = news(body);
        String reason = body.required("reason");
        body.check();
        changes.cancel(number(id), Versions.required(version), reason, news);
        return answer(id);
    }

    private static MaintenanceDraft draft(JsonBody body) {
        return new MaintenanceDraft(
                body.required("title"),
                body.strings("servers"),
                body.instant("from").orElse(null),
                body.instant("until").orElse(null),
                body.flag("startsItself").orElse(true),
                body.flag("endsItself").orElse(true));
    }

    /** What to publish along with it; nothing where {@code news} is left out. */
    private static MaintenanceNews news(JsonBody body) {
        return new MaintenanceNews(
                body.string("newsTitle").orElse(""), body.string("news").orElse(""));
    }

    /** What is done to a window, with nothing to be said about it but news. */
    @FunctionalInterface
    private interface Act {
        void on(long id, int version, MaintenanceNews news);
    }

    private Response act(String id, String version, InputStream sent, Act act) throws IOException {
        JsonBody body = JsonBody.read(sent);
        MaintenanceNews news = news(body);
        body.check();
        act.on(number(id), Versions.required(version), news);
        return answer(id);
    }

    private static long number(String id) {
        return Given.number("the window", id, 0, Long.MAX_VALUE);
    }

    private MaintenanceWindow required(long id) {
        return windows.find(id).orElseThrow(() -> new NoSuchMaintenance(id));
    }

    private Response answer(String id) {
        MaintenanceWindow window = required(number(id));
        return Versions.answer(window.version(), null, MaintenanceForm.of(window));
    }
}
