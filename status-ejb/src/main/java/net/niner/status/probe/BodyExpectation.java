package net.niner.status.probe;

import jakarta.json.JsonException;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.Optional;

/** What a body must and must not hold. Reads no more of it than it takes to decide, and never more than 1 MiB. */
final class BodyExpectation {

    static final int LIMIT = 1 << 20;

    private final ProbeSpec.Http spec;
    private final JsonProvider json;

    BodyExpectation(ProbeSpec.Http spec, JsonProvider json) {
        this.spec = spec;
        this.json = json;
    }

    boolean isEmpty() {
        return spec.contains() == null && spec.absent() == null && spec.json() == null;
    }

    /** What is wrong with the body; empty if nothing is. */
    Optional<String> complaint(InputStream body, Charset charset) throws IOException {
        Limited limited = new Limited(body);
        Reader reader = new InputStreamReader(limited, charset);
        StringBuilder text = new StringBuilder();
        char[] chunk = new char[2048];
        boolean held = spec.contains() == null;
        for (int count = reader.read(chunk); count >= 0; count = reader.read(chunk)) {
            int before = text.length();
            text.append(chunk, 0, count);
            if (spec.absent() != null && holds(text, spec.absent(), before)) {
                return Optional.of("the body holds “" + spec.absent() + "”");
            }
            held = held || holds(text, spec.contains(), before);
            if (held && spec.absent() == null && spec.json() == null) {
                return Optional.empty();
            }
        }
        if (limited.left < 0) {
            return Optional.of("the body is longer than 1 MiB");
        }
        if (!held) {
            return Optional.of("the body does not hold “" + spec.contains() + "”");
        }
        return spec.json() == null ? Optional.empty() : jsonComplaint(text.toString());
    }

    /** Looks only at what has come since the text had {@code before} characters. */
    private static boolean holds(StringBuilder text, String wanted, int before) {
        return text.indexOf(wanted, Math.max(0, before - wanted.length() + 1)) >= 0;
    }

    private Optional<String> jsonComplaint(String text) {
        JsonValue root;
        try {
            root = json.createReader(new StringReader(text)).readValue();
        } catch (RuntimeException e) { // a JsonException, or what the parser has against too deep a nesting
            return Optional.of("the body is not JSON");
        }
        JsonValue found = find(root);
        if (found == null) {
            return Optional.of("the JSON has nothing at " + spec.json());
        }
        String value = found instanceof JsonString string ? string.getString() : found.toString();
        return spec.value() == null || spec.value().equals(value)
                ? Optional.empty()
                : Optional.of(spec.json() + " is " + value + ", not " + spec.value());
    }

    private JsonValue find(JsonValue root) {
        if (spec.json().isEmpty()) {
            return root;
        }
        try {
            return root instanceof JsonStructure structure
                    ? json.createPointer(spec.json()).getValue(structure)
                    : null;
        } catch (JsonException e) {
            return null;
        }
    }

    /** Ends after {@link #LIMIT} bytes; what is left is then below zero if there was more. */
    private static final class Limited extends FilterInputStream {

        private int left = LIMIT;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left < 0) {
                return -1;
            }
            int count = super.read(into, offset, Math.min(length, left + 1));
            left -= Math.max(0, count);
            return count;
        }
    }
}
