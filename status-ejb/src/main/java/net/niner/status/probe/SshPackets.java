package net.niner.status.probe;

import java.io.DataInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** SSH packets before encryption begins (RFC 4253, section 6), each of at most {@value #LONGEST} bytes. */
final class SshPackets {

    /** What every implementation must be able to handle (section 6.1). */
    private static final int LONGEST = 35_000;

    private static final int BLOCK = 8;
    private static final int LENGTH_FIELDS = 5;
    private static final int LEAST_PADDING = 4;
    private static final int PASSED_OVER = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Wire wire;

    SshPackets(Wire wire) {
        this.wire = wire;
    }

    void write(byte[] payload) throws IOException {
        int padding = BLOCK - (LENGTH_FIELDS + payload.length) % BLOCK;
        byte[] random = new byte[padding < LEAST_PADDING ? padding + BLOCK : padding];
        RANDOM.nextBytes(random);
        ByteArrayBuffer packet = new ByteArrayBuffer();
        packet.putUInt(1L + payload.length + random.length);
        packet.putByte((byte) random.length);
        packet.putRawBytes(payload);
        packet.putRawBytes(random);
        wire.out().write(packet.getCompactData());
        wire.out().flush();
    }

    /** The next message of this number; some that mean nothing may come before it. */
    byte[] read(int message) throws IOException, ProbeException {
        for (int i = 0; i < PASSED_OVER; i++) {
            byte[] payload = read();
            if (payload[0] == message) {
                return payload;
            }
            if (payload[0] == SshConstants.SSH_MSG_DISCONNECT) {
                throw ProbeException.down("server disconnected: “" + reason(payload) + "”", null);
            }
            if (payload[0] != SshConstants.SSH_MSG_IGNORE && payload[0] != SshConstants.SSH_MSG_DEBUG) {
                break;
            }
        }
        throw ProbeException.down("key exchange answered out of turn", null);
    }

    private byte[] read() throws IOException, ProbeException {
        DataInputStream in = new DataInputStream(wire.in());
        int length = in.readInt();
        int padding = in.readUnsignedByte();
        if (length > LONGEST || length < padding + 2) {
            throw ProbeException.down("answer is not SSH: a packet of " + length + " bytes", null);
        }
        byte[] payload = new byte[length - padding - 1];
        in.readFully(payload);
        in.skipNBytes(padding);
        return payload;
    }

    private static String reason(byte[] payload) {
        try {
            ByteArrayBuffer buffer = new ByteArrayBuffer(payload, 1, payload.length - 1);
            buffer.getUInt();
            return buffer.getString();
        } catch (RuntimeException e) {
            return "without a readable reason";
        }
    }
}
