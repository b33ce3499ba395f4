package net.niner.status.billing;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * A file of an import.
 *
 * @param name for people, without a path
 * @param text without a byte order mark
 */
public record ImportFile(String name, String text) {

    /** Of all files of an import together, in bytes. */
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    private static final char MARK = '\uFEFF';

    public ImportFile {
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        text = !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    /** @throws InvalidImport if it is too large, or not UTF-8 */
    public static ImportFile of(String name, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw InvalidImport.of(name, 0, "is larger than 20 MB: split it");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(input, text, true);
        if (result.isError()) {
            throw InvalidImport.of(
                    name,
                    lineAt(bytes, input.position()),
                    "is not UTF-8: export it as UTF-8, or save it so (it may be ISO-8859-1 or Windows-1252)");
        }
        return new ImportFile(name, text.flip().toString());
    }

    boolean isJson() {
        String begin = text.substring(0, Math.min(text.length(), 200)).stripLeading();
        return begin.startsWith("{") || begin.startsWith("[");
    }

    private static int lineAt(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
