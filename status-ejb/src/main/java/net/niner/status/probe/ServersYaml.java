package net.niner.status.probe;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.niner.status.server.Server;

/**
 * Writes a servers file that imports again without a difference. What has its default is left out, and so are secrets, each with a comment
 * in its place: the import keeps the stored ones, see {@link StoredSecrets}.
 */
final class ServersYaml {

    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{N}/][\\p{L}\\p{N}_./@+~:-]*( [\\p{L}\\p{N}_./@+~:-]+)*");
    private static final Set<String> NOTHING = Set.of("null", "Null", "NULL");
    private static final String LEFT_OUT = " # left out; the import keeps the stored one for the same target";

    private final StringBuilder yaml = new StringBuilder();

    ServersYaml(String comment) {
        yaml.append("# ").append(comment).append("\nservers:\n");
    }

    void server(Server server) {
        yaml.append("  - code: ").append(scalar(server.code())).append('\n');
        line(4, "city", server.location().city());
        line(4, "country", server.location().country());
        line(4, "role", word(server.role()));
        line(4, "visibility", word(server.visibility()));
        server.parent().ifPresent(parent -> line(4, "parent", parent.code()));
        server.inServiceFrom().ifPresent(day -> line(4, "in-service-from", day));
        server.retiredOn().ifPresent(day -> line(4, "retired-on", day));
    }

    void beginChecks() {
        yaml.append("    checks:\n");
    }

    /** @param spec null if the settings cannot be read any more: then only a comment stands for the check, and the import leaves it alone */
    void check(Check check, ProbeSpec spec) {
        if (spec == null) {
            yaml.append("      # ").append(scalar(check.name())).append(": its settings cannot be read\n");
            return;
        }
        CheckRules rules = check.rules();
        CheckRules normal = CheckRules.DEFAULT;
        yaml.append("      - name: ").append(scalar(check.name())).append('\n');
        line(8, "interval", CheckRules.text(rules.interval()), CheckRules.text(normal.interval()));
        line(8, "timeout", CheckRules.text(rules.timeout()), CheckRules.text(normal.timeout()));
        line(8, "failures", rules.failures(), normal.failures());
        line(8, "successes", rules.successes(), normal.successes());
        line(8, "slow-above", rules.slowAbove() == null ? null : CheckRules.text(rules.slowAbove()), null);
        line(8, "public", check.isPublic(), true);
        line(8, "counts-for-ping", check.countsForPing(), true);
        line(8, "paused", check.isPaused(), false);
        yaml.append("        ").append(check.kind().word()).append(":\n");
        Settings.write(spec).forEach(this::setting);
    }

    private void setting(String name, Object value) {
        if (value instanceof Secret) {
            yaml.append(" ".repeat(10))
                    .append(name)
                    .append(':')
                    .append(LEFT_OUT)
                    .append('\n');
        } else if (value instanceof Map<?, ?> headers) {
            yaml.append(" ".repeat(10)).append(name).append(":\n");
            headers.keySet().forEach(header -> yaml.append(" ".repeat(12))
                    .append(scalar(header))
                    .append(':')
                    .append(LEFT_OUT)
                    .append('\n'));
        } else if (value instanceof List<?> list) {
            yaml.append(" ".repeat(10)).append(name).append(":\n");
            list.forEach(each -> yaml.append(" ".repeat(12))
                    .append("- ")
                    .append(scalar(each))
                    .append('\n'));
        } else {
            line(10, name, value);
        }
    }

    private void line(int indent, String name, Object value, Object otherwise) {
        if (value != null && !value.equals(otherwise)) {
            line(indent, name, value);
        }
    }

    private void line(int indent, String name, Object value) {
        yaml.append(" ".repeat(indent))
                .append(name)
                .append(": ")
                .append(scalar(value))
                .append('\n');
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** As it is where YAML reads that as just this text, else in double quotes. */
    static String scalar(Object value) {
        String text = value.toString();
        boolean plain =
                PLAIN.matcher(text).matches() && !text.endsWith(":") && !text.contains(": ") && !NOTHING.contains(text);
        if (plain) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> quoted.append(escaped(c)));
        return quoted.append('"').toString();
    }

    private static String escaped(int c) {
        if (c == '"' || c == '\\') {
            return "\\" + (char) c;
        }
        if (c == '\n') {
            return "\\n";
        }
        if (c >= ' ' && c < 0x7f || c < 0x10000 && Character.isLetterOrDigit(c)) {
            return Character.toString(c);
        }
        return c < 0x10000 ? String.format("\\u%04x", c) : String.format("\\U%08x", c);
    }

    @Override
    public String toString() {
        return yaml.toString();
    }
}
