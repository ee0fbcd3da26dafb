package io.sparkusher.webhook.http;

/**
 * A number of bytes.
 *
 * @param bytes not negative
 */
public record DataSize(long bytes) {
    private static final long KIBIBYTE = 1024;
    private static final long MEBIBYTE = KIBIBYTE * KIBIBYTE;

    public DataSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("A size cannot be negative: " + bytes);
        }
    }

    public static DataSize ofKibibytes(long kibibytes) {
        return new DataSize(kibibytes * KIBIBYTE);
    }

    public static DataSize ofMebibytes(long mebibytes) {
        return new DataSize(mebibytes * MEBIBYTE);
    }

    /** In the largest unit that it is a multiple of: {@code 7 MiB}. */
    @Override
    public String toString() {
        if (bytes % MEBIBYTE == 0) {
            return bytes / MEBIBYTE + " MiB";
        }
        return bytes % KIBIBYTE == 0 ? bytes / KIBIBYTE + " KiB" : bytes + " bytes";
    }
}
