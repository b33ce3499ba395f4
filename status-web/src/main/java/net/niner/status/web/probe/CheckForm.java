package net.niner.status.web.probe;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.niner.status.probe.CheckDraft;
import net.niner.status.probe.CheckRules;
import net.niner.status.probe.InvalidSettings.Problem;
import net.niner.status.probe.Kind;
import net.niner.status.probe.SettingField.Form;
import net.niner.status.web.platform.Words;

/** What stands in the form of a check: fields of its kind, and those that every check has. */
public class CheckForm implements Serializable {

    private static final long serialVersionUID = 1;
    private static final Map<String, String> USUAL = Map.of(
            "interval", CheckRules.text(CheckRules.DEFAULT.interval()),
            "timeout", CheckRules.text(CheckRules.DEFAULT.timeout()),
            "failures", String.valueOf(CheckRules.DEFAULT.failures()),
            "successes", String.valueOf(CheckRules.DEFAULT.successes()),
            "slow-above", "");

    private final Kind kind;
    private final FieldRow name = FieldRow.rule("name", "");
    private final List<FieldRow> fields;
    private final List<FieldRow> rules;
    private boolean open = true;
    private boolean counting = true;
    private String general;

    CheckForm(Kind kind) {
        this.kind = kind;
        this.fields =
                kind.fields().stream().map(field -> FieldRow.of(kind, field)).toList();
        this.rules = CheckDraft.RULES.stream()
                .map(rule -> FieldRow.rule(rule, USUAL.get(rule)))
                .toList();
        rules.forEach(rule -> rule.setValue(USUAL.get(rule.getName())));
        fields.stream()
                .filter(field -> field.getForm() == Form.CHOICE)
                .forEach(field -> field.setValue(field.getByDefault()));
    }

    static CheckForm of(CheckDraft draft) {
        CheckForm form = new CheckForm(draft.kind());
        form.name.setValue(draft.name());
        form.fields.forEach(field -> {
            String text = draft.fields().get(field.getName());
            if (text != null) {
                field.setValue(text);
                field.stored(field.getForm() == Form.SECRET || field.getForm() == Form.HEADERS);
            }
        });
        form.rules.forEach(rule -> rule.setValue(draft.rules().get(rule.getName())));
        form.open = draft.isPublic();
        form.counting = draft.countsForPing();
        return form;
    }

    CheckDraft draft() {
        return new CheckDraft(name.getValue(), kind, texts(fields), texts(rules), open, counting);
    }

    private static Map<String, String> texts(List<FieldRow> rows) {
        Map<String, String> texts = new HashMap<>();
        rows.forEach(row -> texts.put(row.getName(), row.draft()));
        return texts;
    }

    void example() {
        fields.forEach(field -> {
            String text = Examples.of(kind).get(field.getName());
            if (text != null) {
                field.setValue(text);
            }
        });
        if (name.getValue().isEmpty()) {
            name.setValue(kind.word());
        }
    }

    /** Puts what is wrong beside the fields. */
    void tell(List<Problem> problems, Words words) {
        forgetErrors();
        problems.forEach(problem -> {
            String text = words.of(
                    "probe.fault." + problem.fault().name(), problem.values().toArray());
            row(problem.setting()).ifPresentOrElse(row -> row.error(text), () -> general = text);
        });
    }

    void forgetErrors() {
        general = null;
        all().forEach(row -> row.error(null));
    }

    private Optional<FieldRow> row(String setting) {
        boolean own = setting.startsWith(CheckDraft.OWN);
        String plain = own ? setting.substring(CheckDraft.OWN.length()) : setting;
        return (own ? Stream.concat(Stream.of(name), rules.stream()) : fields.stream())
                .filter(row -> row.getName().equals(plain))
                .findFirst();
    }

    private Stream<FieldRow> all() {
        return Stream.of(Stream.of(name), fields.stream(), rules.stream()).flatMap(rows -> rows);
    }

    public Kind getKind() {
        return kind;
    }

    public FieldRow getName() {
        return name;
    }

    /** The same, for a page that repeats fields. */
    public List<FieldRow> getNames() {
        return List.of(name);
    }

    boolean isWrong() {
        return general != null || all().anyMatch(row -> row.getError() != null);
    }

    /** True if a rule is wrong, and must not stay folded away. */
    public boolean isRuleWrong() {
        return rules.stream().anyMatch(rule -> rule.getError() != null);
    }

    public List<FieldRow> getFields() {
        return fields;
    }

    public List<FieldRow> getRules() {
        return rules;
    }

    /** What is wrong with no field in particular. */
    public String getGeneral() {
        return general;
    }

    public boolean isOpen() {
        return open;
    }

    public void setOpen(boolean open) {
        this.open = open;
    }

    public boolean isCounting() {
        return counting;
    }

    public void setCounting(boolean counting) {
        this.counting = counting;
    }
}
