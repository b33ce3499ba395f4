package net.niner.status.setting;

import java.util.Base64;

/**
 * The company's sign. Only {@link LogoFile} makes one of what somebody sent, so that nothing but a picture is in it.
 *
 * @param base64 the file; at most {@link #MOST_KEPT} before that
 */
public record Logo(Format format, String base64) {

    /** Of the file, as it was sent. */
    public static final int MOST_BYTES = 100 * 1024;

    /** Of the file, as it is kept: whoever made it may have packed it better than it is packed here. */
    public static final int MOST_KEPT = 300 * 1024;

    /** What a logo may be. */
    public enum Format {
        PNG("image/png", "png"),
        SVG("image/svg+xml", "svg");

        private final String mediaType;
        private final String extension;

        Format(String mediaType, String extension) {
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

    Logo(Format format, byte[] file) {
        this(format, Base64.getEncoder().encodeToString(file));
    }

    public byte[] file() {
        return Base64.getDecoder().decode(base64);
    }
}
