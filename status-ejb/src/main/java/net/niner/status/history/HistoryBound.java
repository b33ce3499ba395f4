package net.niner.status.history;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large the packed history may become, as the operator configured it. */
@ApplicationScoped
public class HistoryBound {

    private static final Logger LOG = Logger.getLogger(HistoryBound.class.getName());
    private static final String NAME = "status.history.max-size";
    private static final String USUAL = "900MB";
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s*(|KB|MB|GB)");
    private static final Map<String, Long> UNITS = Map.of("", 1L, "KB", 1_000L, "MB", 1_000_000L, "GB", 1_000_000_000L);

    @Inject
    @ConfigProperty(name = NAME, defaultValue = USUAL)
    private String configured;

    private long bytes;

    @PostConstruct
    void read() {
        OptionalLong size = bytesOf(configured);
        if (size.isEmpty()) {
            LOG.log(Level.SEVERE, "{0} is {1}, which is no size such as {2}: that is taken", new Object[] {
                NAME, configured, USUAL
            });
        }
        bytes = size.orElseGet(() -> bytesOf(USUAL).orElseThrow());
    }

    public long bytes() {
        return bytes;
    }

    static OptionalLong bytesOf(String text) {
        Matcher size = SIZE.matcher(text.strip().toUpperCase(Locale.ROOT));
        return size.matches()
                ? OptionalLong.of(Long.parseLong(size.group(1)) * UNITS.get(size.group(2)))
                : OptionalLong.empty();
    }
}
