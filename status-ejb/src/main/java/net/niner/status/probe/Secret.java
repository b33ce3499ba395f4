package net.niner.status.probe;

import java.util.Objects;

/** A password or a header value: readable only by asking for it by name, so that no log, page or message shows it by accident. */
public final class Secret {

    private final String plain;

    public Secret(String plain) {
        this.plain = Objects.requireNonNull(plain);
    }

    public String reveal() {
        return plain;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.plain.equals(plain);
    }

    @Override
    public int hashCode() {
        return plain.hashCode();
    }

    @Override
    public String toString() {
        return "••••••";
    }
}
