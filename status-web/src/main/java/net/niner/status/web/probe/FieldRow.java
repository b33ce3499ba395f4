package net.niner.status.web.probe;

import java.io.Serializable;
import java.util.List;
import net.niner.status.probe.CheckDraft;
import net.niner.status.probe.Kind;
import net.niner.status.probe.SettingField;
import net.niner.status.probe.SettingField.Form;

/** One field of a check's form: what it is called, what stands in it, and what is wrong with that. */
public class FieldRow implements Serializable {

    private static final long serialVersionUID = 1;

    private final String name;
    private final String words;
    private final Form form;
    private final boolean mandatory;
    private final String byDefault;
    private final List<String> choices;
    private String value = "";
    private String typed = "";
    private boolean stored;
    private String error;

    private FieldRow(String name, String words, Form form, boolean mandatory, String byDefault, List<String> choices) {
        this.name = name;
        this.words = words;
        this.form = form;
        this.mandatory = mandatory;
        this.byDefault = byDefault;
        this.choices = choices;
    }

    static FieldRow of(Kind kind, SettingField field) {
        return new FieldRow(
                field.name(),
                wordsOf(kind, field.name()),
                field.form(),
                field.mandatory(),
                field.byDefault(),
                field.choices());
    }

    static FieldRow rule(String name, String byDefault) {
        return new FieldRow(name, wordsOf(name), Form.TEXT, false, byDefault, List.of());
    }

    /** What the texts about a setting are called; the three kinds of mail share theirs. */
    public static String wordsOf(Kind kind, String setting) {
        String family =
                switch (kind) {
                    case SMTP, IMAP, POP3 -> "mail";
                    default -> kind.word();
                };
        return "probe.field." + family + "." + setting;
    }

    /** The same for what belongs to every check. */
    public static String wordsOf(String rule) {
        return "probe.field." + CheckDraft.OWN + rule;
    }

    public String getName() {
        return name;
    }

    public String getLabel() {
        return words;
    }

    public String getHelp() {
        return words + ".help";
    }

    public Form getForm() {
        return form;
    }

    /** Which of the inputs of the page it takes. */
    public String getInput() {
        return switch (form) {
            case CHOICE -> "choice";
            case SECRET -> "secret";
            case LINES, LIST, HEADERS -> "lines";
            case TEXT, NUMBER -> "text";
        };
    }

    public boolean isMandatory() {
        return mandatory;
    }

    public String getByDefault() {
        return byDefault;
    }

    public List<String> getChoices() {
        return choices;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value == null ? "" : value;
    }

    /** As it may be shown beside another person's: of headers the names only. */
    String words() {
        return form == Form.HEADERS ? value.replaceAll("(?m):.*$", ":") : value;
    }

    /** Never sent back. */
    public String getSecret() {
        return null;
    }

    /** What was typed once stays until the form is left, though the page never shows it again. */
    public void setSecret(String secret) {
        if (secret != null && !secret.isEmpty()) {
            typed = secret;
        }
    }

    /** What goes into the draft. */
    String draft() {
        return form == Form.SECRET ? typed : value;
    }

    /** True if a secret is stored, so that an empty field means that one. */
    public boolean isStored() {
        return stored;
    }

    /** True if one was typed, and waits to be saved. */
    public boolean isTyped() {
        return !typed.isEmpty();
    }

    void stored(boolean isStored) {
        stored = isStored;
    }

    public String getError() {
        return error;
    }

    void error(String message) {
        error = message;
    }
}
