package net.niner.status.probe;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** A connection to a target that is closed at the attempt's deadline, whatever blocks on it. */
public final class Wire implements Closeable {

    private final Attempt attempt;
    private final Socket socket;
    private final long began;
    private WireInput in;
    private OutputStream out;
    private SSLSocket tls;

    Wire(Attempt attempt, Socket socket, long began) throws IOException {
        this.attempt = attempt;
        this.socket = socket;
        this.began = began;
        socket.setTcpNoDelay(true); // else two writes in a row wait for each other, and the latency with them
        this.in = new WireInput(socket.getInputStream(), attempt);
        this.out = socket.getOutputStream();
    }

    /** Buffered. Whoever reads bounds what he reads, and hands errors to {@link Attempt#failure}. */
    public InputStream in() {
        return in;
    }

    /** Not buffered. Whoever writes hands errors to {@link Attempt#failure}. */
    public OutputStream out() {
        return out;
    }

    public InetAddress address() {
        return socket.getInetAddress();
    }

    /** One line without its end (CR LF or LF), as ISO-8859-1; at most {@code maxBytes}. */
    public String readLine(int maxBytes) throws ProbeException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        try {
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw ProbeException.down("connection closed in place of an answer", null);
                }
                if (line.size() == maxBytes) {
                    throw ProbeException.down("a line of the answer is longer than " + maxBytes + " bytes", null);
                }
                line.write(next);
            }
        } catch (IOException e) {
            throw attempt.failure(e);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Sends the line and CR LF. */
    public void writeLine(String line) throws ProbeException {
        try {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw attempt.failure(e);
        }
    }

    /**
     * TLS from here on, chain and name verified; {@link #in()} and {@link #out()} are the protected streams afterwards. What arrived in
     * plain text and was not read ends the attempt: anybody on the way could have sent it.
     *
     * @param name what the certificate must carry, a name or an address
     */
    public SSLSession startTls(String name) throws ProbeException {
        if (in.holdsMore()) {
            throw ProbeException.down("plain text arrived after the switch to TLS", null);
        }
        attempt.enter(Phase.TLS_HANDSHAKE);
        try {
            SSLSocket layer = attempt.trust().over(socket, name);
            layer.startHandshake();
            in = new WireInput(layer.getInputStream(), attempt);
            out = layer.getOutputStream();
            tls = layer;
        } catch (IOException e) {
            throw attempt.left().isZero() ? attempt.timedOut(e) : TlsFailures.of(e, name, attempt.now());
        }
        attempt.tell(Phase.TLS_HANDSHAKE, tls.getSession().getProtocol());
        attempt.enter(Phase.FIRST_BYTE);
        return tls.getSession();
    }

    /** Time since the connection attempt began; looking up the name came before. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** For who watches: a command goes out. */
    void tellCommand(String command) {
        attempt.tell(Phase.ASKING, command);
    }

    /** True if a read has found the end of what the target sends. */
    boolean hasEnded() {
        return in.hasEnded();
    }

    Socket socket() {
        return tls == null ? socket : tls;
    }

    /** Forgets the TLS session as well: a resumed one would not show the certificate again. */
    @Override
    public void close() {
        if (tls != null) {
            tls.getSession().invalidate();
            Attempt.close(tls);
        }
        Attempt.close(socket);
    }
}
