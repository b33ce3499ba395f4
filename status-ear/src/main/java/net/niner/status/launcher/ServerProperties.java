package net.niner.status.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** System properties that the server reads while it boots. What was given with {@code -D} stays. */
final class ServerProperties {
    private static final Map<String, String> VALUES = Map.of(
            // empty: the server's name in no header and on no page
            "product.name", "",
            "payaramicro.disablePhoneHome", "true",
            // relative: the server would write "localhost" into the description of the API
            "mp.openapi.servers", "/",
            // the API describes itself in a file; of an EAR's modules the server heeds no setting of this
            "mp.openapi.scan.disable", "true",
            // the server prefers IPv4 otherwise, and no check could reach a target over IPv6
            "java.net.preferIPv4Stack", "false",
            "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s: %5$s%6$s%n");

    private ServerProperties() {}

    static void apply() {
        VALUES.forEach(ServerProperties::set);
        Path trusted = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        if (Files.exists(trusted)) {
            // Java's own certificate authorities: the server brings a list that ages with it
            set("javax.net.ssl.trustStore", trusted.toString());
        }
    }

    private static void set(String key, String value) {
        if (System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }
}
