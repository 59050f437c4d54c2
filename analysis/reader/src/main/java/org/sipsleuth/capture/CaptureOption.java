package org.sipsleuth.capture;

import java.util.Arrays;

/// An option of a pcapng block: a remark, a name, a fact (draft-ietf-opsawg-pcapng §3.5).
///
/// Numbers in it are little-endian, whatever the file has.
public final class CaptureOption {

    /// A remark.
    public static final int COMMENT = 1;

    private final int code;
    private final byte[] value;

    /// @param code what it says, by the kind of its block
    public CaptureOption(int code, byte[] value) {
        this.code = code;
        this.value = value.clone();
    }

    public int code() {
        return code;
    }

    /// How long its value is.
    public int length() {
        return value.length;
    }

    public byte[] value() {
        return value.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CaptureOption option && code == option.code && Arrays.equals(value, option.value);
    }

    @Override
    public int hashCode() {
        return 31 * code + Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return "option " + code + " of " + value.length + " bytes";
    }
}
