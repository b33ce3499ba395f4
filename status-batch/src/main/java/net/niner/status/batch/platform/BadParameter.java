package net.niner.status.batch.platform;

import jakarta.ejb.ApplicationException;
import java.util.stream.Collectors;

/** A parameter that the job does not know or cannot use. */
@ApplicationException
public class BadParameter extends RuntimeException {

    private final String parameter;

    public BadParameter(String message, String parameter) {
        super(message);
        this.parameter = parameter;
    }

    static BadParameter unknown(Job job, String name) {
        String known = job.parameters().stream().map(JobParameter::name).collect(Collectors.joining(", "));
        return new BadParameter(
                job.word() + " has no parameter " + name + (known.isEmpty() ? "" : "; it has " + known), name);
    }

    static BadParameter missing(JobParameter parameter) {
        return new BadParameter(parameter.name() + " is missing: it must be " + parameter.form(), parameter.name());
    }

    static BadParameter wrong(JobParameter parameter, String given) {
        return new BadParameter(parameter.name() + " must be " + parameter.form() + ", not " + given, parameter.name());
    }

    /** The name of the one that cannot be used. */
    public String parameter() {
        return parameter;
    }
}
