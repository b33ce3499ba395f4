package net.niner.status.web.platform.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads what a client sent, and refuses what cannot be meant: JAX-RS would answer 404 for a number that is none. */
public final class Given {

    private Given() {}

    /**
     * @param name as the client knows it
     * @throws Refused if it is not a whole number in this range
     */
    public static long number(String name, String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw notANumber(name, text, least, most);
        }
        throw notANumber(name, text, least, most);
    }

    private static Refused notANumber(String name, String text, long least, long most) {
        String range = most == Long.MAX_VALUE ? "of at least " + least : "from " + least + " to " + most;
        return Refused.badRequest(name + " must be a whole number " + range + ", not " + text);
    }

    /** @throws Refused if it is none of the words of that kind */
    public static <T extends Enum<T>> T oneOf(String name, String text, Class<T> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(word -> word.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Refused.badRequest(name + " must be one of "
                        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))
                        + ", not " + text));
    }

    /** @throws Refused if it is neither true nor false */
    public static boolean flag(String name, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Refused.badRequest(name + " must be true or false, not " + text);
        };
    }

    /**
     * Reads no further than the limit.
     *
     * @param limit in bytes
     * @throws Refused if there is more, or if it is not UTF-8
     */
    public static String text(InputStream body, int limit) throws IOException {
        byte[] bytes = body.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw Refused.tooLarge(limit);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refused.badRequest("the body is not UTF-8");
        }
    }
}
