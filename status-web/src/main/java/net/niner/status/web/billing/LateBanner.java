package net.niner.status.web.billing;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import net.niner.status.billing.LateRun;
import net.niner.status.billing.LateRuns;
import net.niner.status.web.platform.Visitor;

/** What visitors read while invoices are late: since when, by when, and that nobody pays twice. It knows of no client. */
@Named
@RequestScoped
public class LateBanner {

    @EJB
    private LateRuns runs;

    @Inject
    private Visitor visitor;

    @Inject
    private BillingDays days;

    private Optional<LateRun> run;

    @PostConstruct
    void look() {
        run = runs.current();
    }

    public boolean isShown() {
        return run.isPresent();
    }

    public String getTitle() {
        return visitor.format(
                "billing.public.late", days.brief(run.orElseThrow().billDay()));
    }

    public String getExpected() {
        LateRun late = run.orElseThrow();
        return late.promisedOn()
                .map(day -> late.passed()
                        ? visitor.format("billing.public.passed", days.brief(day))
                        : visitor.format("billing.public.expected", days.brief(day)))
                .orElseGet(() -> visitor.text("billing.public.unknown"));
    }

    /** The post about it; null while none is published. */
    public String getPost() {
        return run.flatMap(LateRun::postPath).map(visitor::link).orElse(null);
    }

    /** The incident behind it; null for none. */
    public String getIncident() {
        return run.flatMap(LateRun::incidentPath).map(visitor::link).orElse(null);
    }
}
