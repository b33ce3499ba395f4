package net.niner.status.web.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.niner.status.batch.platform.Job;
import net.niner.status.batch.platform.JobStatus;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The page at {@code /admin/job?name=}: one job, and its executions a page at a time. */
@Named
@ViewScoped
public class JobPage extends JobsConsole {

    private static final long serialVersionUID = 1;

    private String name;
    private JobStatus status;
    private transient JobLine line;

    private final LazyDataModel<ExecutionLine> executions = new LazyDataModel<>() {
        private static final long serialVersionUID = 1;

        @Override
        public int count(Map<String, FilterMeta> columns) {
            return (int) jobs().count(name, status);
        }

        @Override
        public List<ExecutionLine> load(
                int first, int most, Map<String, SortMeta> order, Map<String, FilterMeta> columns) {
            return jobs().executions(name, status, first, most).stream()
                    .map(execution -> ExecutionLine.of(execution, visitor().words()))
                    .toList();
        }
    };

    @PostConstruct
    void begin() {
        name = asked("name");
    }

    /** Before anything is shown. */
    public void find() throws IOException {
        if (Arrays.stream(Job.values()).noneMatch(job -> job.word().equals(name))) {
            nothingHere();
        }
    }

    public void look() {
        line = null;
    }

    public String getName() {
        return name;
    }

    public JobLine getLine() {
        if (line == null) {
            line = JobLine.of(jobs().about(name), visitor().words());
        }
        return line;
    }

    public LazyDataModel<ExecutionLine> getExecutions() {
        return executions;
    }

    public JobStatus[] getStatuses() {
        return JobStatus.values();
    }

    public JobStatus getStatus() {
        return status;
    }

    public void setStatus(JobStatus status) {
        this.status = status;
    }

    @Override
    public void stop(long execution) {
        super.stop(execution);
        look();
    }
}
