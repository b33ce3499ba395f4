package net.niner.status.web.server;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.text.Collator;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.probe.CheckFilter;
import net.niner.status.probe.CheckReport;
import net.niner.status.probe.Checks;
import net.niner.status.server.InvalidServer;
import net.niner.status.server.Role;
import net.niner.status.server.Server;
import net.niner.status.server.ServerChanges;
import net.niner.status.server.ServerDraft;
import net.niner.status.server.Servers;
import net.niner.status.server.Visibility;
import net.niner.status.web.account.Me;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Missing;
import org.omnifaces.util.Faces;

/** One server: describes it, retires it and brings it back. Without a code in the address it is a new one. */
@Named
@ViewScoped
public class ServerPage implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int CHECKS = 200;

    /** A field, what stands in the form, and what another person has stored meanwhile. */
    public record Clash(String label, String mine, String theirs) implements Serializable {}

    @Inject
    private transient Servers servers;

    @Inject
    private transient ServerChanges changes;

    @Inject
    private transient Checks checks;

    @Inject
    private Me me;

    @Inject
    private Visitor visitor;

    private boolean known;
    private boolean retired;
    private String code;
    private String city;
    private String country;
    private Role role = Role.WEB_SERVER;
    private Visibility visibility = Visibility.PUBLIC;
    private String parent;
    private String inServiceFrom;
    private int version;
    private transient ChangedMeanwhile changed;
    private List<Clash> clashes = List.of();
    private int newerVersion;
    private final Map<String, String> errors = new HashMap<>();

    @PostConstruct
    void open() {
        String asked = Faces.getRequestParameter("code");
        Optional<Server> found = asked == null ? Optional.empty() : servers.look(asked);
        if (found.isPresent()) {
            show(found.get());
        } else if (asked != null) {
            Missing.answer();
        } else if (!me.may("SERVERS")) {
            Missing.refuse();
        }
    }

    private void show(Server server) {
        known = true;
        code = server.code();
        city = server.location().city();
        country = server.location().country();
        role = server.role();
        visibility = server.visibility();
        parent = server.parent().map(Server::code).orElse(null);
        inServiceFrom = server.inServiceFrom().map(LocalDate::toString).orElse(null);
        retired = server.retiredOn().isPresent();
        version = server.version();
        clashes = List.of();
        changed = null;
    }

    /** A draft belongs to the version that it was written on: put back on another one, it would undo what others have done since. */
    public int getVersion() {
        return version;
    }

    /** Saves, and goes on to the list; or stays, and says beside each field what is wrong. */
    public void save() throws IOException {
        store(version);
    }

    /** Saves over what another person has stored meanwhile. */
    public void insist() throws IOException {
        store(newerVersion);
    }

    /** Gives up what stands in the form for what another person has stored meanwhile. */
    public void takeTheirs() {
        show(servers.look(code).orElseThrow());
        errors.clear();
    }

    private void store(int seen) throws IOException {
        errors.clear();
        clashes = List.of();
        LocalDate from = day();
        try {
            if (errors.isEmpty() && known) {
                changes.change(seen, draft(from));
            } else if (errors.isEmpty()) {
                changes.add(draft(from));
            }
        } catch (InvalidServer invalid) {
            invalid.problems()
                    .forEach(problem -> errors.put(problem.field(), visitor.textFor("server.fault", problem.fault())));
        } catch (ChangedMeanwhile meanwhile) {
            changed = meanwhile;
            compare();
            FacesContext.getCurrentInstance().validationFailed();
            return;
        }
        if (!errors.isEmpty()) {
            Feedback.complain("server.wrong");
            return;
        }
        Feedback.say("server.saved", code);
        FacesContext.getCurrentInstance().getExternalContext().redirect("/admin/servers");
    }

    private LocalDate day() {
        try {
            return inServiceFrom == null || inServiceFrom.isBlank() ? null : LocalDate.parse(inServiceFrom.strip());
        } catch (DateTimeParseException e) {
            errors.put("inServiceFrom", visitor.text("server.fault.day"));
            return null;
        }
    }

    private ServerDraft draft(LocalDate from) {
        return new ServerDraft(code, city, country, role, visibility, parent, from);
    }

    private void compare() {
        Server theirs = servers.look(code).orElseThrow();
        newerVersion = theirs.version();
        clashes = Stream.of(
                        clash("server.city", city, theirs.location().city()),
                        clash("server.country", country, theirs.location().country()),
                        clash("server.role", visitor.textFor("role", role), visitor.textFor("role", theirs.role())),
                        clash(
                                "server.visibility",
                                visitor.textFor("server.visibility", visibility),
                                visitor.textFor("server.visibility", theirs.visibility())),
                        clash(
                                "server.parent",
                                parent,
                                theirs.parent().map(Server::code).orElse(null)),
                        clash(
                                "server.from",
                                inServiceFrom,
                                theirs.inServiceFrom().map(LocalDate::toString).orElse(null)))
                .filter(clash -> !clash.mine().equals(clash.theirs()))
                .toList();
    }

    private Clash clash(String label, String mine, String theirs) {
        return new Clash(visitor.text(label), mine == null ? "–" : mine, theirs == null ? "–" : theirs);
    }

    public void retire() {
        changes.retire(code);
        show(servers.look(code).orElseThrow());
        Feedback.say("server.retired", code);
    }

    public void bringBack() {
        changes.bringBack(code);
        show(servers.look(code).orElseThrow());
        Feedback.say("server.back", code);
    }

    /** Its checks, in the order in which they were made. */
    public List<CheckReport> getChecks() {
        return known
                ? checks.page(new CheckFilter(null, null, code, null, null), CheckFilter.Sort.SERVER, true, 0, CHECKS)
                        .rows()
                : List.of();
    }

    /** Countries by their two letters, sorted by their names in the reader's language. */
    public List<String> getCountries() {
        Collator collator = Collator.getInstance(visitor.getLanguage().locale());
        return Arrays.stream(Locale.getISOCountries())
                .sorted(Comparator.comparing(this::countryName, collator))
                .toList();
    }

    public String countryName(String letters) {
        return new Locale("", letters).getDisplayCountry(visitor.getLanguage().locale());
    }

    public List<String> getParents() {
        return servers.codes().stream().filter(other -> !other.equals(code)).toList();
    }

    public Role[] getRoles() {
        return Role.values();
    }

    public Visibility[] getVisibilities() {
        return Visibility.values();
    }

    public Map<String, String> getErrors() {
        return errors;
    }

    public List<Clash> getClashes() {
        return clashes;
    }

    public ChangedMeanwhile getChanged() {
        return changed;
    }

    public boolean isKnown() {
        return known;
    }

    public boolean isRetired() {
        return retired;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public Visibility getVisibility() {
        return visibility;
    }

    public void setVisibility(Visibility visibility) {
        this.visibility = visibility;
    }

    public String getParent() {
        return parent;
    }

    public void setParent(String parent) {
        this.parent = parent;
    }

    public String getInServiceFrom() {
        return inServiceFrom;
    }

    public void setInServiceFrom(String inServiceFrom) {
        this.inServiceFrom = inServiceFrom;
    }
}
