package net.niner.status.billing;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The columns of a file, by names without case, spaces and signs: {@code Client ID}, {@code client_id} and {@code clientid} are one. Those that hold
 * what nobody but their owner may know are not among them: their cells are not looked at.
 */
final class ImportColumns {

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Pattern SECRET = Pattern.compile(
            ".*(pass|pwd|secret|token|salt|hash|apikey|privatekey|eppcode|authcode|authinfo|pincode|cardnum|cvv|securityq|twofa|otp).*");

    /** Index of a column to its plain name. */
    private final Map<Integer, String> plain = new LinkedHashMap<>();

    private final Map<String, String> written = new LinkedHashMap<>();

    ImportColumns(List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            add(i, header.get(i));
        }
    }

    private void add(int index, String name) {
        String key = plain(name);
        if (!key.isEmpty() && !isSecret(name) && written.putIfAbsent(key, name.strip()) == null) {
            plain.put(index, key);
        }
    }

    static String plain(String name) {
        return SIGNS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    static boolean isSecret(String name) {
        return SECRET.matcher(plain(name)).matches();
    }

    Set<Map.Entry<Integer, String>> byIndex() {
        return plain.entrySet();
    }

    Set<String> names() {
        return new HashSet<>(plain.values());
    }

    /** As the file writes it; the first of these names where it has none of them. */
    String written(String... names) {
        for (String name : names) {
            if (written.containsKey(name)) {
                return written.get(name);
            }
        }
        return names[0];
    }
}
