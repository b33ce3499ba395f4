package net.niner.status.web.platform.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Some of many, latest first.
 *
 * @param next for the query parameter {@code cursor} of the next request, null at the end
 */
public record Slice<T>(List<T> items, String next) {

    public static final int MOST = 100;

    private static final String PREFIX = "before:";

    public Slice {
        items = List.copyOf(items);
    }

    /** @param rows one more than wanted, if there are more */
    public static <R, T> Slice<T> of(List<R> rows, int wanted, ToLongFunction<R> id, Function<R, T> form) {
        boolean more = rows.size() > wanted;
        List<R> shown = more ? rows.subList(0, wanted) : rows;
        String next = more ? write(id.applyAsLong(shown.get(wanted - 1))) : null;
        return new Slice<>(shown.stream().map(form).toList(), next);
    }

    /**
     * @param cursor null for the beginning
     * @return the id below which to go on
     * @throws Refused if it is none of ours
     */
    public static long before(String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return Long.parseLong(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Refused.badRequest("cursor must be what the answer before gave as next");
        }
    }

    private static String write(long id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((PREFIX + id).getBytes(StandardCharsets.US_ASCII));
    }
}
