package net.niner.status.launcher;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The settings {@code status.*}. For each, the first of these that names it decides: the command line (an option, then
 * {@code -D}), the environment ({@code status.http.port} is {@code STATUS_HTTP_PORT} there), {@code status.properties} in the
 * data directory, the default. The application reads the outcome through MicroProfile Config, as system properties.
 */
public final class Settings {
    static final String PORT = "status.http.port";
    static final String ADDRESS = "status.http.address";
    static final String DATA = "status.data";
    static final String DATABASE_URL = "status.db.url";
    static final String DATABASE_USER = "status.db.user";
    static final String DATABASE_PASSWORD = "status.db.password";
    static final String SERVERS_FILE = "status.servers.file";
    static final String OWNER_RESET = "status.owner.reset";
    static final String SELF_URL = "status.self.url";
    static final String PROBE_CONCURRENCY = "status.probe.concurrency";

    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_PROBES = 4_096;
    private static final String PREFIX = "status.";

    private final Map<String, String> values = new TreeMap<>();

    private Settings() {}

    static Settings resolve(Map<String, String> options, Properties system, Map<String, String> environment) {
        Settings settings = new Settings();
        settings.addAll(options);
        settings.addAll(system);
        Path data = Path.of(settings.values.getOrDefault(DATA, environment.getOrDefault(variable(DATA), "data")));
        settings.values.put(DATA, data.toAbsolutePath().normalize().toString());
        Properties file = read(settings.data().resolve("status.properties"));
        Map<String, String> defaults = defaults(settings.data());
        defaults.keySet().forEach(key -> settings.addFrom(environment, key));
        file.stringPropertyNames().forEach(key -> settings.addFrom(environment, key));
        settings.addAll(file);
        settings.addAll(defaults);
        settings.values.put(SELF_URL, settings.selfUrl().toString());
        return settings;
    }

    private static Map<String, String> defaults(Path data) {
        Map<String, String> defaults = new TreeMap<>();
        defaults.put(PORT, "8080");
        defaults.put(ADDRESS, "127.0.0.1");
        defaults.put(DATABASE_URL, Database.embeddedIn(data));
        defaults.put(DATABASE_USER, "status");
        defaults.put(DATABASE_PASSWORD, "status");
        defaults.put(SERVERS_FILE, "");
        defaults.put(OWNER_RESET, "");
        defaults.put(PROBE_CONCURRENCY, "256");
        return defaults;
    }

    private void addAll(Map<?, ?> source) {
        source.forEach((key, value) -> {
            if (key.toString().startsWith(PREFIX)) {
                values.putIfAbsent(key.toString(), value.toString().strip());
            }
        });
    }

    private void addFrom(Map<String, String> environment, String key) {
        String value = environment.get(variable(key));
        if (value != null) {
            values.putIfAbsent(key, value.strip());
        }
    }

    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new Refusal("refused.properties", file, e.getMessage());
            }
        }
        return properties;
    }

    /** Hands the settings to the application; one left empty is not handed on, so that it counts as not set. */
    void publish() {
        values.forEach((key, value) -> {
            if (!value.isEmpty()) {
                System.setProperty(key, value);
            }
        });
    }

    int port() {
        return number(PORT, HIGHEST_PORT);
    }

    int probeConcurrency() {
        return number(PROBE_CONCURRENCY, MOST_PROBES);
    }

    private int number(String key, int highest) {
        String value = values.get(key);
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= highest) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new Refusal("refused.number", key, value, String.valueOf(highest));
        }
        throw new Refusal("refused.number", key, value, String.valueOf(highest));
    }

    InetAddress address() {
        try {
            return InetAddress.getByName(values.get(ADDRESS));
        } catch (UnknownHostException e) {
            throw new Refusal("refused.address", values.get(ADDRESS));
        }
    }

    /**
     * Where the site can be reached from this machine: an address that means all of them is asked at the loopback. It follows
     * from address and port; no setting says otherwise.
     */
    public URI selfUrl() {
        InetAddress address = address();
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
    }

    public Path data() {
        return Path.of(values.get(DATA));
    }

    Database database() {
        return new Database(values.get(DATABASE_URL), values.get(DATABASE_USER), values.get(DATABASE_PASSWORD));
    }

    Optional<Path> serversFile() {
        return Optional.of(values.get(SERVERS_FILE))
                .filter(name -> !name.isEmpty())
                .map(Path::of);
    }
}
