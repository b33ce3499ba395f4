package net.niner.status.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that are ready when nobody has time to look for them. */
@Entity
@Table(name = "update_template")
public class UpdateTemplate {

    public static final int NAME_LENGTH = 80;

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "update_template_seq")
    @SequenceGenerator(name = "update_template_seq", sequenceName = "update_template_seq", allocationSize = 50)
    private Long id;

    @Column(nullable = false, unique = true, length = NAME_LENGTH)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private IncidentState state;

    @Column(nullable = false, length = Incident.TEXT_LENGTH)
    private String text;

    @Column(nullable = false)
    private boolean proposes;

    @Version
    private int version;

    protected UpdateTemplate() {}

    public UpdateTemplate(String name, IncidentState state, String text, boolean proposes) {
        write(name, state, text, proposes);
    }

    /**
     * @param newState what an update of these words usually leads to
     * @param newProposes whether incidents that outages propose are told in these words
     */
    public final void write(String newName, IncidentState newState, String newText, boolean newProposes) {
        this.name = newName;
        this.state = newState;
        this.text = newText;
        this.proposes = newProposes;
    }

    /** The text with its variables, {@code {server}} and others, replaced by those values; what has none stays as it is. */
    public static String fill(String text, Map<String, String> values) {
        return VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public IncidentState state() {
        return state;
    }

    public String text() {
        return text;
    }

    public boolean proposes() {
        return proposes;
    }

    public int version() {
        return version;
    }
}
