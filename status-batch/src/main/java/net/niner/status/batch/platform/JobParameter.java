package net.niner.status.batch.platform;

import java.util.List;

/**
 * What a job may be given when it starts, said so that a form can be made of it.
 *
 * @param description what it is for, in English
 * @param choices what it may be; empty where it is a whole number
 * @param least the lowest number, null where there are choices
 * @param most the highest number, null where there are choices
 * @param standard what it is where nobody says anything
 */
public record JobParameter(
        String name, String description, List<String> choices, Integer least, Integer most, String standard) {

    public JobParameter {
        choices = List.copyOf(choices);
    }

    /** The first choice is the standard one. */
    static JobParameter choice(String name, String description, String... choices) {
        return new JobParameter(name, description, List.of(choices), null, null, choices[0]);
    }

    static JobParameter number(String name, String description, int least, int most, int standard) {
        return new JobParameter(name, description, List.of(), least, most, String.valueOf(standard));
    }

    public boolean takes(String value) {
        if (value == null) {
            return false;
        }
        return choices.isEmpty() ? isNumber(value) : choices.contains(value);
    }

    /** What it takes, as {@code due or all}, or {@code a whole number from 1 to 59}. */
    public String form() {
        return choices.isEmpty() ? "a whole number from " + least + " to " + most : String.join(" or ", choices);
    }

    private boolean isNumber(String value) {
        try {
            int number = Integer.parseInt(value);
            return String.valueOf(number).equals(value) && number >= least && number <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
