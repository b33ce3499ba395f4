package net.niner.status.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Proves that a port accepts connections and, where a text is expected, that it greets with it. */
final class TcpProbe implements Probe<ProbeSpec.Tcp> {

    /** The greeting is looked for in this many bytes. */
    static final int BANNER = 4096;

    private static final int SHOWN = 80;

    @Override
    public Finding probe(ProbeSpec.Tcp spec, Attempt attempt) throws ProbeException {
        try (Wire wire = attempt.connect(spec.host(), spec.port())) {
            if (spec.expect() == null) {
                return Finding.up(wire.elapsed(), "connected");
            }
            return greeted(spec.expect(), wire);
        } catch (IOException e) {
            throw attempt.failure(e);
        }
    }

    /** Compares bytes, as characters of one byte each. */
    private static Finding greeted(String expect, Wire wire) throws IOException {
        String wanted = new String(expect.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream banner = new ByteArrayOutputStream();
        byte[] chunk = new byte[1024];
        while (banner.size() < BANNER) {
            int count = wire.in().read(chunk, 0, Math.min(chunk.length, BANNER - banner.size()));
            if (count < 0) {
                break;
            }
            banner.write(chunk, 0, count);
            if (banner.toString(StandardCharsets.ISO_8859_1).contains(wanted)) {
                return Finding.up(wire.elapsed(), "connected, greeted with “" + expect + "”");
            }
        }
        String seen = banner.toString(StandardCharsets.UTF_8);
        return Finding.down(
                seen.isEmpty()
                        ? "connection closed without a greeting"
                        : "greeting “" + seen.substring(0, Math.min(SHOWN, seen.length())) + "” does not hold “"
                                + expect + "”");
    }
}
