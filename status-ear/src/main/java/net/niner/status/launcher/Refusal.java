package net.niner.status.launcher;

/** The command cannot be carried out; the message is the one sentence that the person at the console reads. */
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param key of the sentence in {@code messages.properties}
     * @param arguments what the sentence names; a port is passed as text, lest it be written 8,080
     */
    public Refusal(String key, Object... arguments) {
        super(Text.of(key, arguments));
    }
}
