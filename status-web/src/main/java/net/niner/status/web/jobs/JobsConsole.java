package net.niner.status.web.jobs;

import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.niner.status.batch.platform.Job;
import net.niner.status.batch.platform.JobExecutionReport;
import net.niner.status.batch.platform.Jobs;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Visitor;

/** What the pages of the console have in common: the form that starts a job, and the button that stops one. */
abstract class JobsConsole implements Serializable {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Jobs jobs;

    @Inject
    private transient Visitor visitor;

    private String chosen;
    private transient List<StartField> fields = List.of();

    Jobs jobs() {
        return jobs;
    }

    Visitor visitor() {
        return visitor;
    }

    /** Makes the form for that job. */
    public void choose(String job) {
        chosen = job;
        fields = Job.called(job).parameters().stream()
                .map(parameter -> new StartField(parameter, visitor.words()))
                .toList();
    }

    /** The job that the form starts. */
    public String getChosen() {
        return chosen;
    }

    public String getChosenAbout() {
        return chosen == null ? "" : visitor.words().of("jobs.about", Job.called(chosen));
    }

    public List<StartField> getFields() {
        return fields;
    }

    public void start() throws IOException {
        Map<String, String> parameters = fields.stream()
                .filter(field -> field.getValue() != null)
                .collect(Collectors.toMap(StartField::name, StartField::getValue));
        JobExecutionReport started = jobs.start(chosen, parameters);
        Feedback.say("jobs.started", started.job(), String.valueOf(started.id()));
        show(started.id());
    }

    public void stop(long execution) {
        jobs.stop(execution);
        Feedback.say("jobs.stopping", String.valueOf(execution));
    }

    static void show(long execution) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect("/admin/execution?id=" + execution);
    }

    /** A parameter of the page's address, null if there is none. */
    static String asked(String name) {
        return FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(name);
    }

    /** There is no page at this address. */
    static void nothingHere() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().responseSendError(404, null);
        faces.responseComplete();
    }
}
