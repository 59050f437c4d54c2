package org.sipsleuth.capture.file;

import java.util.OptionalLong;

/// How many bytes a compressed capture may unpack to. What lies behind the limit is not read; what
/// lies before it is.
///
/// @param bytes the limit that the user set; empty for [#DEFAULT]
public record UnpackLimit(OptionalLong bytes) {

    /// The limit unless somebody sets another: 500 times the size of the compressed file, or 256
    /// MiB if that is more, and never more than half of the free space for temporary files.
    ///
    /// SIP text compresses 10:1 to 30:1, and floods of the same packet reach 300:1, so honest
    /// captures stay below. Bombs reach 1,000:1 with gzip and 30,000:1 with zstd.
    public static final UnpackLimit DEFAULT = new UnpackLimit(OptionalLong.empty());

    private static final long DEFAULT_RATIO = 500;
    private static final long DEFAULT_FLOOR_BYTES = 256L << 20;

    /// A limit in bytes.
    ///
    /// @throws IllegalArgumentException if it is not above zero
    public static UnpackLimit of(long bytes) {
        if (bytes <= 0) {
            throw new IllegalArgumentException("a limit is above zero");
        }
        return new UnpackLimit(OptionalLong.of(bytes));
    }

    /// What this allows for one file.
    ///
    /// @param bytes how many it may unpack to
    /// @param byRoom whether it is the free space that allows no more
    public record Allowance(long bytes, boolean byRoom) {}

    /// What this allows for a file.
    ///
    /// @param packedBytes the size of the compressed file
    /// @param roomBytes what temporary files may take
    public Allowance allowance(long packedBytes, long roomBytes) {
        boolean isDefault = bytes.isEmpty();
        long ratio = packedBytes > Long.MAX_VALUE / DEFAULT_RATIO ? Long.MAX_VALUE : packedBytes * DEFAULT_RATIO;
        long most = bytes.orElse(Math.max(DEFAULT_FLOOR_BYTES, ratio));
        long room = isDefault ? roomBytes / 2 : roomBytes;
        return new Allowance(Math.min(most, room), room < most);
    }
}
