package net.niner.status.probe;

import java.io.StringReader;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.niner.status.server.Location;
import net.niner.status.server.Role;
import net.niner.status.server.Server;
import net.niner.status.server.Visibility;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A YAML file of servers and checks, read and found valid in itself. The format is described in the README.
 *
 * @param servers in the order of the file
 */
record ServersFile(List<ServerEntry> servers) {

    private static final int LONGEST = 1 << 20;
    private static final String SERVER_FIELDS =
            "code, city, country, role, visibility, parent, in-service-from, retired-on, checks";
    private static final String CHECK_FIELDS =
            "name, interval, timeout, failures, successes, slow-above, public, counts-for-ping, paused, remove, and the kind: "
                    + Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining(", "));

    /** @param parent the code of the server that it depends on, null for none */
    record ServerEntry(
            YamlFields fields,
            String code,
            Location location,
            Role role,
            Visibility visibility,
            String parent,
            LocalDate inServiceFrom,
            LocalDate retiredOn,
            List<CheckEntry> checks) {}

    /** @param spec null if the check is to be removed */
    record CheckEntry(
            YamlFields fields,
            String name,
            Kind kind,
            ProbeSpec spec,
            CheckRules rules,
            boolean isPublic,
            boolean countsForPing,
            boolean paused,
            boolean remove) {}

    /** Finds what a check asks already, by its server's code and its name; null for nothing. */
    interface Stored {

        Stored NOTHING = (server, check) -> null;

        ProbeSpec spec(String server, String check);
    }

    /** @throws InvalidServersFile with everything that is wrong */
    static ServersFile parse(String yaml) {
        return parse(yaml, Stored.NOTHING);
    }

    /**
     * @param stored whose secrets stand for those that the file leaves out
     * @throws InvalidServersFile with everything that is wrong
     */
    static ServersFile parse(String yaml, Stored stored) {
        List<Problem> problems = new ArrayList<>();
        ServersFile file = new ServersFile(servers(compose(yaml), problems, stored));
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line));
            throw new InvalidServersFile(problems);
        }
        return file;
    }

    private static Node compose(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setMaxAliasesForCollections(50);
        try {
            Node root = new Yaml(options).compose(new StringReader(yaml));
            if (root == null) {
                throw invalid(1, "is empty; it should begin with servers:");
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw invalid(line, "is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw invalid(1, "cannot be read: " + e.getMessage());
        }
    }

    private static InvalidServersFile invalid(int line, String message) {
        return new InvalidServersFile(List.of(new Problem(line, "", message)));
    }

    private static List<ServerEntry> servers(Node root, List<Problem> problems, Stored stored) {
        YamlFields top = new YamlFields("", root, problems);
        List<ServerEntry> servers = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (YamlFields fields : top.list("servers")) {
            ServerEntry server = server(fields, stored);
            servers.add(server);
            Integer earlier = server.code() == null ? null : lines.put(server.code(), fields.line());
            if (earlier != null) {
                fields.note("code", server.code() + " stands in line " + earlier + " already");
            }
        }
        if (servers.isEmpty() && problems.isEmpty()) {
            top.note("servers", "is missing or empty");
        }
        top.noteUnknown("servers");
        return servers;
    }

    private static ServerEntry server(YamlFields fields, Stored stored) {
        String code = fields.readRequired("code", ServersFile::code);
        String city = fields.readRequired("city", text -> within(text, Location.CITY_LENGTH));
        String country = fields.readRequired("country", ServersFile::country);
        Role role = fields.readRequired("role", text -> choice(Role.class, text));
        Visibility visibility = fields.read("visibility", Visibility.PUBLIC, text -> choice(Visibility.class, text));
        String parent = fields.read("parent", null, ServersFile::code);
        LocalDate from = fields.read("in-service-from", null, ServersFile::day);
        LocalDate retired = fields.read("retired-on", null, ServersFile::day);
        List<CheckEntry> checks = checks(fields, code, stored);
        fields.noteUnknown(SERVER_FIELDS);
        Location location = city == null || country == null ? null : new Location(city, country);
        return new ServerEntry(fields, code, location, role, visibility, parent, from, retired, checks);
    }

    private static List<CheckEntry> checks(YamlFields server, String code, Stored stored) {
        List<CheckEntry> checks = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (YamlFields fields : server.list("checks")) {
            CheckEntry check = check(fields, code, stored);
            checks.add(check);
            Integer earlier = check.name() == null ? null : lines.put(check.name(), fields.line());
            if (earlier != null) {
                fields.note("name", check.name() + " stands in line " + earlier + " already");
            }
        }
        return checks;
    }

    private static CheckEntry check(YamlFields fields, String server, Stored stored) {
        boolean remove = fields.read("remove", false, ServersFile::yesOrNo);
        List<Kind> kinds = Arrays.stream(Kind.values())
                .filter(kind -> fields.has(kind.word()))
                .toList();
        if (kinds.size() != 1 && !remove) {
            fields.note("", "a check has one kind, with its settings below it, and this one has " + kinds.size());
        }
        Kind kind = kinds.size() == 1 ? kinds.get(0) : null;
        String name = fields.read("name", kind == null ? null : kind.word(), text -> within(text, Check.NAME_LENGTH));
        if (name == null) {
            fields.note("name", "is missing");
        }
        CheckEntry check = new CheckEntry(
                fields,
                name,
                kind,
                kind == null ? null : spec(fields, kind, () -> server == null ? null : stored.spec(server, name)),
                rules(fields),
                fields.read("public", true, ServersFile::yesOrNo),
                fields.read("counts-for-ping", true, ServersFile::yesOrNo),
                fields.read("paused", false, ServersFile::yesOrNo),
                remove);
        fields.noteUnknown(CHECK_FIELDS);
        return check;
    }

    private static ProbeSpec spec(YamlFields fields, Kind kind, Supplier<ProbeSpec> stored) {
        try {
            return Settings.read(kind, fields.plain(kind.word()), stored);
        } catch (InvalidSettings e) {
            e.problems().forEach(p -> fields.noteInside(kind.word(), p.setting(), p.message()));
            return null;
        }
    }

    private static CheckRules rules(YamlFields fields) {
        CheckRules normal = CheckRules.DEFAULT;
        Duration interval = fields.read("interval", normal.interval(), Lengths::wholeSeconds);
        Duration timeout = fields.read("timeout", normal.timeout(), Lengths::duration);
        int failures = fields.read("failures", normal.failures(), Lengths::number);
        int successes = fields.read("successes", normal.successes(), Lengths::number);
        Duration slowAbove = fields.read("slow-above", null, Lengths::duration);
        try {
            return new CheckRules(interval, timeout, failures, successes, slowAbove);
        } catch (IllegalArgumentException e) {
            String[] words = e.getMessage().split(" ", 2);
            fields.note(words[0], words[1]);
            return normal;
        }
    }

    private static String code(String text) {
        if (!Server.isCode(text)) {
            throw new IllegalArgumentException(
                    "must be capital letters, digits and hyphens, at most " + Server.CODE_LENGTH + ", not " + text);
        }
        return text;
    }

    private static String country(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        if (!Location.isCountry(code)) {
            throw new IllegalArgumentException("must be a country's two letters (ISO 3166-1), not " + text);
        }
        return code;
    }

    private static String within(String text, int length) {
        if (text.isEmpty() || text.length() > length) {
            throw new IllegalArgumentException("must have 1 to " + length + " characters");
        }
        return text;
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(c -> c.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .collect(Collectors.joining(", "))
                        + ", not " + text));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be a day such as 2025-06-15, not " + text, e);
        }
    }

    private static boolean yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new IllegalArgumentException("must be true or false, not " + text);
        };
    }
}
