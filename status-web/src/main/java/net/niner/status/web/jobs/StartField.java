package net.niner.status.web.jobs;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.ValidatorException;
import java.util.LinkedHashMap;
import java.util.Map;
import net.niner.status.batch.platform.JobParameter;
import net.niner.status.batch.platform.JobParameter.Kind;
import net.niner.status.web.platform.Words;

/** One field of the form that starts a job, made of what the job says of its parameter. */
public class StartField {

    private final JobParameter parameter;
    private final Words words;
    private String value;

    StartField(JobParameter parameter, Words words) {
        this.parameter = parameter;
        this.words = words;
        this.value = parameter.standard();
    }

    String name() {
        return parameter.name();
    }

    public String getLabel() {
        return words.of("jobs.parameter." + parameter.name());
    }

    public boolean isChoice() {
        return parameter.kind() == Kind.CHOICE;
    }

    /** Of the field, as HTML knows it. */
    public String getType() {
        return parameter.kind() == Kind.DAY ? "date" : "number";
    }

    public boolean isRequired() {
        return parameter.standard() == null;
    }

    /** What to choose from: what the reader sees, and what the job is given. */
    public Map<String, String> getChoices() {
        Map<String, String> choices = new LinkedHashMap<>();
        parameter.choices().forEach(choice -> choices.put(words.of("jobs.choice." + choice), choice));
        return choices;
    }

    public Integer getLeast() {
        return parameter.least();
    }

    public Integer getMost() {
        return parameter.most();
    }

    /** The job's own rule, told beside the field. */
    public void check(FacesContext faces, UIComponent field, Object given) {
        if (given != null && !parameter.takes(given.toString())) {
            throw new ValidatorException(new FacesMessage(
                    FacesMessage.SEVERITY_ERROR,
                    parameter.kind() == Kind.DAY
                            ? words.of("jobs.parameter.day")
                            : words.of("jobs.parameter.wrong", parameter.least(), parameter.most()),
                    null));
        }
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }
}
