package net.niner.status.probe;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;

/**
 * One question to one nameserver: by UDP, sent again when a datagram may have been lost, and by TCP when the answer is cut. What does not
 * answer the question is passed over, since anybody can send a datagram.
 */
final class DnsExchange {

    private static final int SENDINGS = 3;
    private static final int DATAGRAM = 65_535;
    private static final int LENGTH_BYTES = 2;

    private final Attempt attempt;
    private final Nameserver server;
    private final Message query;
    private final long began = System.nanoTime();
    private final Duration patience;
    private boolean misanswered;

    DnsExchange(Attempt attempt, Nameserver server, Message query, Duration patience) {
        this.attempt = attempt;
        this.server = server;
        this.query = query;
        this.patience = patience;
    }

    Message answer() throws ProbeException {
        Message answer = null;
        try {
            answer = byDatagram();
            return answer.getHeader().getFlag(Flags.TC) ? byStream() : answer;
        } catch (IOException e) {
            throw answer == null && attempt.left().isZero() ? unanswered(e) : attempt.failure(e);
        }
    }

    /** Since the question was first sent. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private Message byDatagram() throws IOException, ProbeException {
        byte[] question = query.toWire();
        DatagramPacket heard = new DatagramPacket(new byte[DATAGRAM], DATAGRAM);
        try (DatagramSocket socket = attempt.datagrams(server.host(), server.port())) {
            for (int sent = 1; sent <= SENDINGS; sent++) {
                socket.send(new DatagramPacket(question, question.length, socket.getRemoteSocketAddress()));
                Message answer =
                        listen(socket, heard, patience.multipliedBy(sent).dividedBy(SENDINGS));
                if (answer != null) {
                    return answer;
                }
            }
        }
        throw unanswered(null);
    }

    private ProbeException unanswered(IOException cause) {
        String what = misanswered ? "only answers that do not fit the question" : "no answer";
        Duration tenths = Duration.ofMillis(Math.round(patience.toMillis() / 100.0) * 100);
        return ProbeException.down(what + " within " + Attempt.seconds(tenths), cause);
    }

    /** The answer, or null if none comes before {@code until}, counted from the beginning. */
    private Message listen(DatagramSocket socket, DatagramPacket heard, Duration until) throws IOException {
        for (long left = until.minus(elapsed()).toMillis();
                left > 0;
                left = until.minus(elapsed()).toMillis()) {
            socket.setSoTimeout((int) left);
            heard.setLength(DATAGRAM);
            try {
                socket.receive(heard);
            } catch (SocketTimeoutException e) {
                return null;
            }
            Message answer = fitting(ByteBuffer.wrap(heard.getData(), 0, heard.getLength()));
            if (answer != null) {
                return answer;
            }
            misanswered = true;
        }
        return null;
    }

    /** Two bytes of length before each message (RFC 1035, section 4.2.2). */
    private Message byStream() throws IOException, ProbeException {
        byte[] question = query.toWire();
        try (Wire wire = attempt.connect(server.host(), server.port())) {
            ByteBuffer framed = ByteBuffer.allocate(LENGTH_BYTES + question.length);
            wire.out()
                    .write(framed.putShort((short) question.length)
                            .put(question)
                            .array());
            DataInputStream in = new DataInputStream(wire.in());
            byte[] bytes = new byte[in.readUnsignedShort()];
            in.readFully(bytes);
            Message answer = fitting(ByteBuffer.wrap(bytes));
            if (answer == null) {
                throw ProbeException.down("the answer by TCP does not fit the question", null);
            }
            return answer;
        }
    }

    /** The message, or null if it is none or answers something else; a refusal may leave the question out. */
    private Message fitting(ByteBuffer bytes) {
        try {
            Message message = new Message(bytes);
            Record question = message.getQuestion();
            boolean same =
                    question == null ? message.getRcode() != Rcode.NOERROR : question.equals(query.getQuestion());
            boolean fits = message.getHeader().getID() == query.getHeader().getID()
                    && message.getHeader().getFlag(Flags.QR);
            return same && fits ? message : null;
        } catch (IOException e) {
            return null;
        }
    }
}
