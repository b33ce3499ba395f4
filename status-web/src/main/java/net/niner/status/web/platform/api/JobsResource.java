package net.niner.status.web.platform.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import net.niner.status.batch.platform.JobExecutionReport;
import net.niner.status.batch.platform.JobStatus;
import net.niner.status.batch.platform.JobSummary;
import net.niner.status.batch.platform.Jobs;

/** The jobs, for operators and their scripts. */
@Path("v1/jobs")
@RequestScoped
@WithToken
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {

    private static final int BODY_LIMIT = 64 * 1024;
    private static final int MOST_EXECUTIONS = 200;

    @Inject
    private Jobs jobs;

    @Context
    private UriInfo asked;

    @GET
    public List<JobSummary> list() {
        return jobs.list();
    }

    @GET
    @Path("{name}/executions")
    public List<JobExecutionReport> executions(
            @PathParam("name") String name,
            @QueryParam("status") String status,
            @QueryParam("offset") @DefaultValue("0") String offset,
            @QueryParam("limit") @DefaultValue("20") String limit) {
        return jobs.executions(
                name,
                status == null ? null : Given.oneOf("status", status, JobStatus.class),
                (int) Given.number("offset", offset, 0, Integer.MAX_VALUE),
                (int) Given.number("limit", limit, 1, MOST_EXECUTIONS));
    }

    @POST
    @Path("{name}/executions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(@PathParam("name") String name, InputStream body) throws IOException {
        StartRequest request = StartRequest.of(Given.text(body, BODY_LIMIT));
        return created(jobs.start(name, request.parameters()));
    }

    @GET
    @Path("executions/{id}")
    public JobExecutionReport show(@PathParam("id") String id) {
        return jobs.show(execution(id));
    }

    @GET
    @Path("executions/{id}/output")
    public List<String> output(@PathParam("id") String id) {
        return jobs.output(execution(id));
    }

    @POST
    @Path("executions/{id}/stop")
    public JobExecutionReport stop(@PathParam("id") String id) {
        return jobs.stop(execution(id));
    }

    @POST
    @Path("executions/{id}/restart")
    public Response restart(@PathParam("id") String id) {
        return created(jobs.restart(execution(id)));
    }

    @POST
    @Path("executions/{id}/abandon")
    public JobExecutionReport abandon(@PathParam("id") String id) {
        return jobs.abandon(execution(id));
    }

    private static long execution(String id) {
        return Given.number("the execution", id, 0, Long.MAX_VALUE);
    }

    private Response created(JobExecutionReport execution) {
        URI address = asked.getBaseUriBuilder()
                .path(JobsResource.class)
                .path(JobsResource.class, "show")
                .build(execution.id());
        return Response.created(URI.create(address.getRawPath()))
                .entity(execution)
                .build();
    }
}
