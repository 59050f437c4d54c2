package org.sipsleuth.capture.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// Unpacks gzip, member after member. The JDK's stream goes from one member to the next by calling
/// itself, so that very many empty ones would fill the stack; here they are gone through in a loop.
///
/// The JDK's stream ends silently before bytes that are not a member; this one reports where.
final class GzipMembers extends GZIPInputStream {

    private static final int TRAILER_BYTES = 8;

    private final CountedInput packed;
    private long filledTo;
    private boolean reads;

    /// @param size of the chunks that are unpacked at a time
    GzipMembers(InputStream packed, int size) throws IOException {
        this(new CountedInput(packed), size);
    }

    private GzipMembers(CountedInput packed, int size) throws IOException {
        super(packed, size);
        this.packed = packed;
    }

    @Override
    protected void fill() throws IOException {
        super.fill();
        filledTo = packed.position();
    }

    /// Up to where the packed file was read, without the end of a member.
    long at() {
        return filledTo - inf.getRemaining();
    }

    /// Where the last member ends in the packed file. Known when there is no more to read.
    long end() {
        return at() + TRAILER_BYTES;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (reads) {
            return 0; // the JDK's stream calls itself at the beginning of a member
        }
        reads = true;
        try {
            int read = super.read(bytes, from, length);
            while (read == 0 && length > 0) {
                read = super.read(bytes, from, length);
            }
            return read;
        } finally {
            reads = false;
        }
    }
}
