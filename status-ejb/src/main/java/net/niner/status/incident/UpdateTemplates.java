package net.niner.status.incident;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Permission;
import net.niner.status.incident.InvalidIncident.Fault;
import net.niner.status.incident.InvalidIncident.Problem;
import net.niner.status.platform.ChangedMeanwhile;

/** The words that are ready for updates. */
@Stateless
public class UpdateTemplates {

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Inject
    private Audit audit;

    /**
     * A template as somebody wrote it.
     *
     * @param proposes whether incidents that outages propose are told in these words; of several the oldest is taken
     */
    public record Draft(String name, IncidentState state, String text, boolean proposes) {

        public Draft {
            name = name == null ? "" : name.strip();
            text = text == null ? "" : text.strip();
        }

        Map<String, String> words() {
            return Map.of("name", name, "state", state.name(), "text", text, "proposes", String.valueOf(proposes));
        }

        static Draft of(UpdateTemplate template) {
            return new Draft(template.name(), template.state(), template.text(), template.proposes());
        }
    }

    /** By the states they lead to, then by name. */
    @Allowed(Permission.READ)
    public List<UpdateTemplate> all() {
        return em
                .createQuery("select t from UpdateTemplate t order by t.name, t.id", UpdateTemplate.class)
                .getResultList()
                .stream()
                .sorted(Comparator.comparing(UpdateTemplate::state))
                .toList();
    }

    @Allowed(Permission.READ)
    public Optional<UpdateTemplate> look(long id) {
        return Optional.ofNullable(em.find(UpdateTemplate.class, id));
    }

    /** @throws InvalidIncident if the draft cannot be used */
    @Allowed(Permission.INCIDENTS)
    public void add(Draft draft) {
        check(draft, null);
        em.persist(new UpdateTemplate(draft.name(), draft.state(), draft.text(), draft.proposes()));
        em.flush();
        audit.record("template.add", draft.name(), Map.of(), draft.words());
    }

    /**
     * @param version as the person saw it
     * @throws InvalidIncident if the draft cannot be used
     * @throws ChangedMeanwhile if somebody else changed or removed it since
     */
    @Allowed(Permission.INCIDENTS)
    public void change(long id, int version, Draft draft) {
        UpdateTemplate template = em.find(UpdateTemplate.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (template == null || template.version() != version) {
            throw new ChangedMeanwhile(draft.name(), null, null);
        }
        check(draft, id);
        Map<String, String> before = Draft.of(template).words();
        template.write(draft.name(), draft.state(), draft.text(), draft.proposes());
        em.flush();
        audit.record("template.change", draft.name(), before, draft.words());
    }

    /** What was told in its words stays. */
    @Allowed(Permission.INCIDENTS)
    public void remove(long id) {
        UpdateTemplate template = em.find(UpdateTemplate.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (template != null) {
            em.remove(template);
            em.flush();
            audit.record("template.remove", template.name(), Draft.of(template).words(), Map.of());
        }
    }

    private void check(Draft draft, Long itself) {
        List<Problem> problems = new ArrayList<>();
        if (draft.name().isEmpty()) {
            problems.add(new Problem("name", Fault.NAME_MISSING));
        } else if (draft.name().length() > UpdateTemplate.NAME_LENGTH) {
            problems.add(new Problem("name", Fault.NAME_LONG));
        } else if (all().stream()
                .anyMatch(other ->
                        other.name().equals(draft.name()) && !other.id().equals(itself))) {
            problems.add(new Problem("name", Fault.NAME_TAKEN));
        }
        if (draft.text().isEmpty()) {
            problems.add(new Problem("text", Fault.TEXT_MISSING));
        } else if (draft.text().length() > Incident.TEXT_LENGTH) {
            problems.add(new Problem("text", Fault.TEXT_LONG));
        }
        InvalidIncident.refuse(problems);
    }
}
