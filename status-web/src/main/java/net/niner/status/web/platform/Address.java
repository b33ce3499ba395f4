package net.niner.status.web.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where a visitor is: a public page and the parts of its address.
 *
 * @param path without a slash at its end, but for the front page's; still percent-encoded
 * @param target what is there
 * @param parts what the named groups of the page's pattern matched, without those that matched nothing; and the value of its parameter
 */
public record Address(String path, PublicPage target, Map<String, String> parts) {

    private static final String ATTRIBUTE = "status.address";

    public Address {
        parts = Map.copyOf(parts);
    }

    /** @throws IllegalStateException outside of public pages */
    static Address of(HttpServletRequest request) {
        return in(request).orElseThrow(() -> new IllegalStateException("not a public page"));
    }

    /** Empty where there is no public page. */
    static Optional<Address> in(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Address address ? Optional.of(address) : Optional.empty();
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

    /** The same place with other parts. */
    public Address with(UnaryOperator<String> change) {
        Map<String, String> changed = new HashMap<>(parts);
        changed.replaceAll((group, part) -> change.apply(part));
        return new Address(path, target, changed);
    }

    /** True for what a visitor asks for in words of their own, of which there is no end. */
    boolean isQuestion() {
        return target.parameter() != null;
    }

    /** Path and query, as a link has them; each page has one. */
    public String whole() {
        return isQuestion() ? path + "?" + Query.pair(target.parameter(), parts.get(target.parameter())) : path;
    }
}
