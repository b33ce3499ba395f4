package net.niner.status.account;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What stands in for a lost authenticator: ten codes of 80 random bits, so that a fast hash keeps them well enough. */
final class RecoveryCodes {

    static final int COUNT = 10;

    private static final int LETTERS = 16;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    static List<String> draw() {
        return Stream.generate(RecoveryCodes::next).limit(COUNT).toList();
    }

    /** As it is hashed: however it was typed. */
    static String normalised(String typed) {
        return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    private static String next() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(Base32.ALPHABET.charAt(RANDOM.nextInt(Base32.ALPHABET.length())));
        }
        return code.toString().toLowerCase(Locale.ROOT);
    }
}
