package net.niner.status.probe;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/**
 * The public key by which a server shows who it is.
 *
 * @param blob as it travels (RFC 4253, section 6.6)
 */
record SshHostKey(byte[] blob) {

    private static final String ED25519 = "ssh-ed25519";

    /** What stands before the 32 bytes of such a key in an X.509 SubjectPublicKeyInfo (RFC 8410, section 4). */
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    /** As {@code ssh-keygen -l} prints it. */
    String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(blob);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    String type() {
        return new ByteArrayBuffer(blob).getString();
    }

    /**
     * True if the owner of this key signed {@code data} by {@code algorithm}. Ed25519 is the JDK's, since the library would want another
     * provider for it.
     */
    boolean signed(byte[] data, byte[] signature, String algorithm) throws Exception {
        if (!KeyUtils.getCanonicalKeyType(algorithm).equals(type())) {
            return false;
        }
        if (algorithm.equals(ED25519)) {
            return signedByEd25519(data, new ByteArrayBuffer(signature));
        }
        var verifier = BuiltinSignatures.fromFactoryName(algorithm).create();
        verifier.initVerifier(null, new ByteArrayBuffer(blob).getRawPublicKey());
        verifier.update(null, data);
        return verifier.verify(null, signature);
    }

    private boolean signedByEd25519(byte[] data, ByteArrayBuffer signature) throws GeneralSecurityException {
        ByteArrayBuffer parts = new ByteArrayBuffer(blob);
        parts.getString();
        ByteArrayBuffer encoded = new ByteArrayBuffer();
        encoded.putRawBytes(ED25519_PREFIX);
        encoded.putRawBytes(parts.getBytes());
        PublicKey key =
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.getCompactData()));
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update(data);
        return signature.getString().equals(ED25519) && verifier.verify(signature.getBytes());
    }
}
