package net.niner.status.web.billing;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.niner.status.batch.platform.JobExecutionReport;
import net.niner.status.batch.platform.JobRunning;
import net.niner.status.batch.platform.Jobs;
import net.niner.status.batch.platform.NoSuchExecution;
import net.niner.status.billing.ImportDateFormat;
import net.niner.status.billing.ImportDifference;
import net.niner.status.billing.ImportFile;
import net.niner.status.billing.ImportProblem;
import net.niner.status.billing.ImportRefusal;
import net.niner.status.billing.ImportSource;
import net.niner.status.billing.ImportUpload;
import net.niner.status.billing.ImportUploads;
import net.niner.status.billing.InvalidImport;
import net.niner.status.web.account.Me;
import net.niner.status.web.jobs.ExecutionLine;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Missing;

/** The page at {@code /admin/billing-import}, and with {@code ?upload=} that of one upload: shows what the files would change, and then does just that. */
@Named
@ViewScoped
public class BillingImportPage implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int LATEST = 10;

    @Inject
    private transient ImportUploads uploads;

    @Inject
    private transient Jobs jobs;

    @Inject
    private transient Visitor visitor;

    @Inject
    private Me me;

    private transient List<Part> files;
    private ImportSource source;
    private ImportDateFormat format = ImportDateFormat.ISO;
    private Long id;
    private transient ImportDifference difference;
    private transient ImportUpload upload;
    private transient List<ImportProblem> problems;

    @PostConstruct
    void open() {
        if (!me.may("BILLING")) {
            Missing.refuse();
            return;
        }
        String asked = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("upload");
        if (asked != null) {
            find(asked);
        }
    }

    private void find(String asked) {
        try {
            id = Long.valueOf(asked);
        } catch (NumberFormatException e) {
            id = -1L;
        }
        if (uploads.find(id).isEmpty()) {
            id = null;
            Missing.answer();
        }
    }

    /** Reads the files: shows what they would change, or what is wrong with them. */
    public void look() throws IOException {
        problems = List.of();
        try {
            List<ImportFile> read = read();
            if (read.isEmpty()) {
                Feedback.complainAt("files", "billingimport.empty");
                return;
            }
            show(uploads.stage(read, source, format).id());
        } catch (InvalidImport invalid) {
            problems = invalid.problems();
            Feedback.complain("billingimport.wrong", problems.size());
        }
    }

    private List<ImportFile> read() throws IOException {
        List<ImportFile> read = new ArrayList<>();
        for (Part part : files == null ? List.<Part>of() : files) {
            if (part.getSize() > 0) {
                byte[] bytes = part.getInputStream().readNBytes(ImportFile.MOST_BYTES + 1);
                read.add(ImportFile.of(part.getSubmittedFileName(), bytes));
            }
        }
        files = null;
        return read;
    }

    /** Starts the job, or goes on with one that broke off. */
    public void apply() throws IOException {
        try {
            JobExecutionReport started = jobs.importUpload(id);
            Feedback.say("billingimport.started", String.valueOf(started.id()));
            show(id);
        } catch (JobRunning running) {
            Feedback.complain("billingimport.busy");
        }
    }

    public void discard() throws IOException {
        try {
            uploads.discard(id);
            Feedback.say("billingimport.discarded");
            redirect("/admin/billing-import");
        } catch (ImportRefusal refusal) {
            Feedback.complain(ImportRefusals.key(refusal));
        }
    }

    private void show(long upload) throws IOException {
        redirect("/admin/billing-import?upload=" + upload);
    }

    private static void redirect(String address) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(address);
    }

    /** Before the page is shown anew. */
    public void refresh() {
        upload = null;
        difference = null;
    }

    /** Null where the page is for new files. */
    public ImportUpload getUpload() {
        if (upload == null && id != null) {
            upload = uploads.find(id).orElseThrow();
        }
        return upload;
    }

    public boolean isReady() {
        return getUpload() != null && upload.state() == ImportUpload.State.READY;
    }

    /** What it would change; null where it is under way, or its rows are gone. */
    public ImportDifference getDifference() {
        ExecutionLine line = getExecution();
        if (difference == null && isReady() && (line == null || !line.underWay())) {
            try {
                difference = uploads.difference(id);
            } catch (ImportRefusal appliedMeanwhile) {
                upload = null;
            }
        }
        return difference;
    }

    /** How many changes there are that are not shown. */
    public int getMore() {
        return getDifference().added()
                + difference.changed()
                - difference.changes().size();
    }

    /** Of the job that applied it; null where none did, or none is remembered. */
    public ExecutionLine getExecution() {
        if (getUpload() == null || upload.executionId().isEmpty()) {
            return null;
        }
        try {
            return ExecutionLine.of(jobs.show(upload.executionId().get()), visitor.words());
        } catch (NoSuchExecution forgotten) {
            return null;
        }
    }

    public List<ImportUpload> getLatest() {
        return uploads.latest(LATEST);
    }

    public List<ImportProblem> getProblems() {
        return problems == null ? List.of() : problems;
    }

    public List<ImportSource> getSources() {
        return Arrays.asList(ImportSource.values());
    }

    public List<ImportDateFormat> getFormats() {
        return Arrays.asList(ImportDateFormat.values());
    }

    public List<Part> getFiles() {
        return files;
    }

    public void setFiles(List<Part> files) {
        this.files = files;
    }

    public ImportSource getSource() {
        return source;
    }

    public void setSource(ImportSource source) {
        this.source = source;
    }

    public ImportDateFormat getFormat() {
        return format;
    }

    public void setFormat(ImportDateFormat format) {
        this.format = format;
    }
}
