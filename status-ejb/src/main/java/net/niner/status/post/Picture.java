package net.niner.status.post;

import java.time.Instant;

/**
 * A picture that can stand in a post.
 *
 * @param sha256 of its content, in hexadecimal
 * @param name as the file was called that somebody sent
 * @param uploadedAt UTC
 */
public record Picture(
        long id, String sha256, Type type, int width, int height, String name, Instant uploadedAt, String uploadedBy) {

    public static final int NAME_LENGTH = 200;

    private static final int HASH_IN_ADDRESS = 16;

    /** How it is kept. */
    public enum Type {
        PNG("image/png", "png"),
        JPEG("image/jpeg", "jpg");

        private final String mediaType;
        private final String extension;

        Type(String mediaType, String extension) {
            this.mediaType = mediaType;
            this.extension = extension;
        }

        public String mediaType() {
            return mediaType;
        }

        public String extension() {
            return extension;
        }
    }

    /** Within the site, as in {@code /media/51-0123456789abcdef.png}: for ever the same picture, and not to be guessed. */
    public String address() {
        return "/media/" + id + "-" + sha256.substring(0, HASH_IN_ADDRESS) + "." + type.extension();
    }
}
