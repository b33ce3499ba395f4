package net.niner.status.web.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;

/**
 * Where a visitor is: a public page and the parts of its address.
 *
 * @param path without a slash at its end, but for the front page's
 * @param view the file of the page
 * @param parts what the named groups of the page's pattern matched, without those that matched nothing
 */
public record Address(String path, String view, Map<String, String> parts) {

    private static final String ATTRIBUTE = "status.address";

    public Address {
        parts = Map.copyOf(parts);
    }

    /** @throws IllegalStateException outside of public pages */
    static Address of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Address address) {
            return address;
        }
        throw new IllegalStateException("not a public page");
    }

    void remember(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    public Optional<String> part(String group) {
        return Optional.ofNullable(parts.get(group));
    }

    /** The number in group {@code page}, 1 where the address has none. */
    public int page() {
        return part("page").map(Integer::parseInt).orElse(1);
    }
}
