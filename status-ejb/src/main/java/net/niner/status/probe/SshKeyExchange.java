package net.niner.status.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.digest.Digest;
import org.apache.sshd.common.kex.AbstractDH;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/**
 * The first half of an SSH connection: keys are exchanged (RFC 4253, sections 7 and 8; RFC 5656), and the server proves by its signature that
 * it owns its host key. Then the connection ends: no encryption begins and nobody signs in. It runs over the probe's own {@link Wire}, which a
 * whole SSH client would not, and so costs one connection, no thread, and ends at the deadline like every other probe.
 */
final class SshKeyExchange {

    private static final List<BuiltinDHFactories> METHODS = List.of(
            BuiltinDHFactories.curve25519,
            BuiltinDHFactories.curve25519_libssh,
            BuiltinDHFactories.ecdhp256,
            BuiltinDHFactories.ecdhp384,
            BuiltinDHFactories.ecdhp521,
            BuiltinDHFactories.dhg14_256,
            BuiltinDHFactories.dhg16_512);

    private static final int COOKIE_BYTES = 16;

    /** Name lists in KEXINIT; the first two are methods and host key algorithms. */
    private static final int LISTS = 10;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SshPackets packets;
    private final String ownIdentification;
    private final String identification;
    private final byte[] theirInit;
    private final List<List<String>> offers = new ArrayList<>();

    /** Hears what the server offers. */
    SshKeyExchange(SshPackets packets, String ownIdentification, String identification)
            throws IOException, ProbeException {
        this.packets = packets;
        this.ownIdentification = ownIdentification;
        this.identification = identification;
        this.theirInit = packets.read(SshConstants.SSH_MSG_KEXINIT);
        try {
            ByteArrayBuffer buffer = content(theirInit);
            buffer.getRawBytes(new byte[COOKIE_BYTES]);
            for (int i = 0; i < LISTS; i++) {
                offers.add(Arrays.asList(buffer.getString().split(",")));
            }
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    /** The algorithms by which the server can prove a host key. */
    List<String> hostKeyAlgorithms() {
        return offers.get(1);
    }

    /**
     * Asks for the key that goes with one of them, and leaves.
     *
     * @throws ProbeException if the server does not prove that it owns the key
     */
    SshHostKey hostKey(String algorithm) throws IOException, ProbeException {
        BuiltinDHFactories method = METHODS.stream()
                .filter(each -> offers.get(0).contains(each.getName()))
                .findFirst()
                .orElseThrow(() -> ProbeException.unknown("no key exchange method in common with the server", null));
        byte[] ownInit = init(method, algorithm);
        packets.write(ownInit);
        try {
            SshHostKey key = exchange(method.create(), ownInit, algorithm);
            disconnect();
            return key;
        } catch (IOException | ProbeException e) {
            throw e;
        } catch (Exception e) { // the library declares no less
            throw unreadable(e);
        }
    }

    private SshHostKey exchange(AbstractDH agreement, byte[] ownInit, String algorithm) throws Exception {
        byte[] ours = agreement.getE();
        ByteArrayBuffer question = message(SshConstants.SSH_MSG_KEXDH_INIT);
        agreement.putE(question, ours);
        packets.write(question.getCompactData());

        ByteArrayBuffer answer = content(packets.read(SshConstants.SSH_MSG_KEXDH_REPLY));
        SshHostKey key = new SshHostKey(answer.getBytes());
        byte[] theirs = answer.getBytes();
        agreement.setF(theirs);
        ByteArrayBuffer exchanged = before(ownInit, key);
        agreement.putE(exchanged, ours);
        agreement.putF(exchanged, theirs);
        exchanged.putMPInt(agreement.getK());
        if (!key.signed(digest(agreement.getHash(), exchanged.getCompactData()), answer.getBytes(), algorithm)) {
            throw ProbeException.down("server does not prove that it owns its host key", null);
        }
        return key;
    }

    private static ProbeException unreadable(Exception cause) {
        return ProbeException.down("key exchange cannot be read", cause);
    }

    /** What is signed (RFC 4253, section 8), up to the exchanged values themselves. */
    private ByteArrayBuffer before(byte[] ownInit, SshHostKey key) {
        ByteArrayBuffer exchanged = new ByteArrayBuffer();
        exchanged.putBytes(ownIdentification.getBytes(StandardCharsets.ISO_8859_1));
        exchanged.putBytes(identification.getBytes(StandardCharsets.ISO_8859_1));
        exchanged.putBytes(ownInit);
        exchanged.putBytes(theirInit);
        exchanged.putBytes(key.blob());
        return exchanged;
    }

    private void disconnect() throws IOException {
        ByteArrayBuffer goodbye = message(SshConstants.SSH_MSG_DISCONNECT);
        goodbye.putUInt(SshConstants.SSH2_DISCONNECT_BY_APPLICATION);
        goodbye.putString("seen");
        goodbye.putString("");
        packets.write(goodbye.getCompactData());
    }

    /** Leaves one choice each; for what would come afterwards it echoes the server's, since it does not. */
    private byte[] init(BuiltinDHFactories method, String algorithm) {
        byte[] cookie = new byte[COOKIE_BYTES];
        RANDOM.nextBytes(cookie);
        ByteArrayBuffer init = message(SshConstants.SSH_MSG_KEXINIT);
        init.putRawBytes(cookie);
        init.putString(method.getName());
        init.putString(algorithm);
        offers.subList(2, LISTS).forEach(list -> init.putString(String.join(",", list)));
        init.putBoolean(false);
        init.putUInt(0);
        return init.getCompactData();
    }

    private static byte[] digest(Digest digest, byte[] data) throws Exception {
        digest.init();
        digest.update(data);
        return digest.digest();
    }

    private static ByteArrayBuffer message(byte number) {
        ByteArrayBuffer buffer = new ByteArrayBuffer();
        buffer.putByte(number);
        return buffer;
    }

    private static ByteArrayBuffer content(byte[] payload) {
        return new ByteArrayBuffer(payload, 1, payload.length - 1);
    }
}
