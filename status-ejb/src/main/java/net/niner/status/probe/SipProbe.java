package net.niner.status.probe;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.niner.status.probe.ProbeSpec.Transport;

/**
 * Asks for OPTIONS, as SIP's own keep-alives do. An answer proves a living stack, so that “404 Not Found” or “401 Unauthorized” is up; only
 * a server that blames itself (5xx) or refuses everywhere (6xx) is down. The latency is the time until the final answer. Over UDP a lost
 * request is sent again as RFC 3261, 17.1.2.2 says.
 */
final class SipProbe implements Probe<ProbeSpec.Sip> {

    private static final Duration T1 = Duration.ofMillis(500);
    private static final Duration T2 = Duration.ofSeconds(4);
    private static final int DATAGRAM = 8192;
    private static final int LINE = 4096;
    private static final int LINES = 200;
    private static final int BODY = 65_536;

    @Override
    public Finding probe(ProbeSpec.Sip spec, Attempt attempt) throws ProbeException {
        return spec.transport() == Transport.UDP ? overUdp(spec, attempt) : overTcp(spec, attempt);
    }

    private static Finding overUdp(ProbeSpec.Sip spec, Attempt attempt) throws ProbeException {
        try (DatagramSocket socket = attempt.datagrams(spec.host(), spec.port())) {
            SipRequest request = new SipRequest(spec, (InetSocketAddress) socket.getLocalSocketAddress());
            byte[] bytes = request.toString().getBytes(StandardCharsets.UTF_8);
            long began = System.nanoTime();
            Duration pause = T1;
            boolean provisional = false;
            while (!attempt.left().isZero()) {
                socket.send(new DatagramPacket(bytes, bytes.length));
                SipResponse response = await(socket, request, shorter(provisional ? T2 : pause, attempt.left()));
                while (response != null && response.provisional()) {
                    provisional = true;
                    response = await(socket, request, shorter(T2, attempt.left()));
                }
                if (response != null) {
                    return judge(response, Duration.ofNanos(System.nanoTime() - began));
                }
                pause = shorter(pause.multipliedBy(2), T2);
            }
            throw attempt.timedOut(null);
        } catch (IOException e) {
            throw attempt.failure(e);
        }
    }

    /** The answer to the request; null if none came in time. What answers something else is passed over, and so are keep-alives. */
    private static SipResponse await(DatagramSocket socket, SipRequest request, Duration pause)
            throws IOException, ProbeException {
        long end = System.nanoTime() + pause.toNanos();
        DatagramPacket packet = new DatagramPacket(new byte[DATAGRAM], DATAGRAM);
        try {
            for (long left = pause.toMillis(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                socket.setSoTimeout((int) left);
                packet.setLength(DATAGRAM);
                socket.receive(packet);
                String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                SipResponse response = text.isBlank()
                        ? null
                        : SipResponse.of(text.stripLeading()
                                .lines()
                                .takeWhile(line -> !line.isEmpty())
                                .toList());
                if (response != null && request.answeredBy(response)) {
                    return response;
                }
            }
        } catch (SocketTimeoutException e) {
            return null;
        }
        return null;
    }

    private static Finding overTcp(ProbeSpec.Sip spec, Attempt attempt) throws ProbeException {
        try (Wire wire = attempt.connect(spec.host(), spec.port())) {
            SipRequest request =
                    new SipRequest(spec, (InetSocketAddress) wire.socket().getLocalSocketAddress());
            wire.out().write(request.toString().getBytes(StandardCharsets.UTF_8));
            SipResponse response = read(wire);
            for (int passed = 0; response.provisional() || !request.answeredBy(response); passed++) {
                if (passed == LINES) {
                    throw ProbeException.down("no answer among " + LINES + " messages", null);
                }
                skip(wire, response.length());
                response = read(wire);
            }
            return judge(response, wire.elapsed());
        } catch (IOException e) {
            throw attempt.failure(e);
        }
    }

    /** Blank lines before a message are keep-alives (RFC 5626, 3.5.1). What does not begin as a response is not read on. */
    private static SipResponse read(Wire wire) throws ProbeException {
        List<String> lines = new ArrayList<>();
        for (int count = 0; count < LINES; count++) {
            String line = wire.readLine(LINE);
            if (!line.isEmpty()) {
                if (lines.isEmpty()) {
                    SipResponse.status(line);
                }
                lines.add(line);
            } else if (!lines.isEmpty()) {
                return SipResponse.of(lines);
            }
        }
        throw ProbeException.down("the answer has more than " + LINES + " lines", null);
    }

    private static void skip(Wire wire, int length) throws IOException, ProbeException {
        if (length > BODY) {
            throw ProbeException.down("the answer is longer than " + BODY + " bytes", null);
        }
        wire.in().readNBytes(length);
    }

    private static Finding judge(SipResponse response, Duration latency) {
        return response.code() < 500
                ? Finding.up(latency, response.status())
                : Finding.down("server said: “" + response.status() + "”");
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
